import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { contentType } from './content-type.ts';
import {
  headersFor,
  parseHeaders,
  parseRedirects,
  redirectFor,
  type HeaderRule,
  type Host,
  type Redirect,
} from './host-files.ts';

export interface FolderServer {
  /** Address of the folder, with a slash at its end. */
  readonly url: string;
  /** What was asked for, oldest first: path with query, status, bytes of the body as the file holds them. */
  readonly served: readonly { readonly path: string; readonly status: number; readonly bytes: number }[];
  close(): Promise<void>;
}

export interface ServeOptions {
  /** Path below which the folder stands, for example `/archive/`; `/` when absent. */
  readonly base?: string;
  /** The host by whose rules the folder's `_headers` and `_redirects` are applied; they are plain files when absent. */
  readonly hostFiles?: Host;
}

/**
 * Serves a folder on 127.0.0.1 at a free port as a plain static host does, uncompressed:
 * `index.html` for a folder, a redirect to the slash where it is missing, `404.html` with status 404.
 */
export async function serveFolder(folder: string, options: ServeOptions = {}): Promise<FolderServer> {
  const { base = '/', hostFiles } = options;
  const site: Site = {
    folder,
    base,
    hostFiles,
    headers: hostFiles ? parseHeaders(await readOrEmpty(join(folder, '_headers')), hostFiles) : [],
    redirects: hostFiles ? parseRedirects(await readOrEmpty(join(folder, '_redirects'))) : [],
  };
  const served: { path: string; status: number; bytes: number }[] = [];
  const server = createServer((request, response) => {
    answer(site, request).then(
      (given) => {
        served.push({ path: request.url ?? '', status: given.status, bytes: given.body?.bytes ?? 0 });
        send(request, response, given);
      },
      (error: unknown) => response.destroy(error instanceof Error ? error : new Error(String(error))),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo; // a server that listens on a port has such an address
  return {
    url: `http://127.0.0.1:${port}${site.base}`,
    served,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Site {
  readonly folder: string;
  readonly base: string;
  readonly hostFiles: Host | undefined;
  readonly headers: readonly HeaderRule[];
  readonly redirects: readonly Redirect[];
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: FoundFile;
}

async function answer(site: Site, request: IncomingMessage): Promise<Answer> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405, headers: { allow: 'GET, HEAD' } };
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const redirect = redirectFor(site.redirects, url.pathname);
  const moved = redirect && { status: redirect.status, headers: { location: redirect.to + url.search } };
  // Netlify looks for a file first, and shows the page that lies at an old address.
  if (moved && site.hostFiles !== 'Netlify') return moved;
  const path = url.pathname.startsWith(site.base) ? pathInside(url.pathname.slice(site.base.length)) : undefined;
  const headers = headersFor(site.headers, url.pathname);
  if (path !== undefined && !(site.hostFiles && /^_(headers|redirects)$/.test(path))) {
    const found = await findFile(join(site.folder, path), url.pathname.endsWith('/'));
    if (found === 'folder without slash') {
      return { status: 308, headers: { location: `${url.pathname}/${url.search}` } };
    }
    if (found) return { status: 200, headers, body: found };
  }
  if (moved) return moved;
  const notFound = await findFile(join(site.folder, '404.html'), false);
  return typeof notFound === 'object' ? { status: 404, headers, body: notFound } : { status: 404, headers };
}

/** The path below the folder, or `undefined` when it is ill-formed or leads out of the folder. */
function pathInside(encoded: string): string | undefined {
  try {
    const path = decodeURIComponent(encoded);
    return path.includes('\0') || path.split(/[/\\]/).includes('..') ? undefined : path;
  } catch {
    return undefined;
  }
}

interface FoundFile {
  readonly file: string;
  readonly bytes: number;
}

async function findFile(path: string, slash: boolean): Promise<FoundFile | 'folder without slash' | undefined> {
  const target = slash ? join(path, 'index.html') : path;
  const entry = await stat(target).catch(() => undefined);
  if (entry?.isFile()) return { file: target, bytes: entry.size };
  return entry?.isDirectory() && !slash ? 'folder without slash' : undefined;
}

function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer): void {
  if (!body) {
    response.writeHead(status, headers).end();
    return;
  }
  response.writeHead(status, { 'content-type': contentType(body.file), 'content-length': body.bytes, ...headers });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(body.file)
      .once('error', (error) => response.destroy(error))
      .pipe(response);
}

async function readOrEmpty(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
}
