import { request, type IncomingHttpHeaders } from 'node:http';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { readEnvironment } from '../../src/build/environment.ts';
import { startDesk, type StartedDesk } from '../../src/desk/start-desk.ts';
import { folderWith } from '../support/releases-folder.ts';

export const SETTINGS = 'companies:\n  - code: XMX\n    name: Example Minerals Limited\n';

export interface Told {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface OpenedDesk extends StartedDesk {
  /** Absolute path of the releases folder. */
  readonly root: string;
  readonly get: (below: string, headers?: Readonly<Record<string, string>>) => Promise<Told>;
  /** Sends as a page of the desk does; what comes back is the JSON that it answered. */
  readonly post: (below: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<Told>;
}

/** A desk over a folder with these files below `releases`; it is closed after the test. */
export async function openDesk(files: Readonly<Record<string, string>> = {}, seconds = 60): Promise<OpenedDesk> {
  const named = Object.entries({ 'archive.yml': SETTINGS, ...files }).map(([name, content]) => [
    `releases/${name}`,
    content,
  ]);
  return openDeskIn(folderWith(Object.fromEntries(named) as Record<string, string>), seconds);
}

/** A desk over the folder `releases` in another one. */
export async function openDeskIn(folder: string, seconds = 60): Promise<OpenedDesk> {
  const environment = readEnvironment({}, folder);
  const limits = { seconds, bytes: 1_500_000_000 };
  const desk = await startDesk({ environment, variables: {}, port: 0, limits });
  onTestFinished(() => desk.close());
  const { origin } = new URL(desk.address);
  return {
    ...desk,
    root: path.join(folder, 'releases'),
    get: (below, headers = {}) => ask(desk.address + below, 'GET', headers),
    post: (below, body = {}, headers = {}) =>
      ask(
        desk.address + below,
        'POST',
        { origin, ...headers },
        body instanceof Uint8Array ? body : JSON.stringify(body),
      ),
  };
}

/** A request as a program sends it, which may say of itself what no browser would. The path is sent as it is written. */
export function ask(
  address: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body?: string | Uint8Array,
): Promise<Told> {
  const { hostname, port, origin } = new URL(address);
  const sent = body === undefined ? headers : { 'content-length': String(Buffer.byteLength(body)), ...headers };
  return new Promise((resolve, reject) => {
    const asked = request(
      { hostname, port, path: address.slice(origin.length), method, headers: sent, agent: false },
      (response) => {
        text(response).then(
          (found) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: found }),
          reject,
        );
      },
    );
    asked.on('error', reject);
    // A length that nothing follows is how a huge file begins.
    if (headers['content-length'] === undefined) asked.end(body);
    else asked.flushHeaders();
  });
}

/** What `post` told as the value that it is. */
export function told<T>({ body }: Told): T {
  return JSON.parse(body) as T;
}
