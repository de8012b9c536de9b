import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { readPlainFile } from '../files/read-plain-file.ts';
import { servedType } from './served-type.ts';

/** What a server of a folder serves. */
export interface ServedFolder {
  /** Absolute path of the folder. */
  readonly folder: string;
  /** The path of the site's root on the server, with a slash at both ends. */
  readonly base: string;
  /** A name of this machine beside `localhost` and its numbers, under which the site may be asked for. */
  readonly host?: string | undefined;
}

/**
 * A server of a folder as static hosts serve it: every file at its path, a folder's `index.html` at the folder with a slash,
 * a redirect to it where the slash is missing, and for what is not there `404.html` with that status.
 * It is not listening yet.
 */
export function createStaticServer(served: ServedFolder): Server {
  return createServer((request, response) => {
    const answer = answerTo(request, served);
    const { body = Buffer.from('') } = answer;
    response.writeHead(answer.status, {
      ...answer.headers,
      'Content-Length': body.length,
      'X-Content-Type-Options': 'nosniff',
      // The next build may change any of them.
      'Cache-Control': 'no-store',
    });
    send(request, response, body);
  });
}

/** The path below a site's root that a request asks for, decoded; `undefined` where it is ill-formed or leads elsewhere. */
export function pathBelow(base: string, url: string): string | undefined {
  const [encoded = ''] = url.split(/[?#]/);
  if (!encoded.startsWith(base)) return undefined;
  try {
    const names = encoded.slice(base.length).split('/').map(decodeURIComponent);
    // The last one is empty where the address ends with a slash; no other is, and none holds or is a way elsewhere.
    const isFine = names.every((name, at) => (name !== '' || at === names.length - 1) && !LEADS_ELSEWHERE.test(name));
    return isFine ? names.join('/') : undefined;
  } catch {
    return undefined;
  }
}

// eslint-disable-next-line no-control-regex -- a NUL is what is looked for
const LEADS_ELSEWHERE = /^\.{1,2}$|[/\\\u0000]/;

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

function answerTo(request: IncomingMessage, served: ServedFolder): Answer {
  // Another name that leads here is a trick by which a page of somebody else reads what is not published yet.
  if (!isOurs(request.headers.host, served.host)) return plain(403, 'This is not the address of this site.');
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return { ...plain(405, 'Only GET and HEAD are answered.'), headers: { Allow: 'GET, HEAD' } };
  const url = request.url ?? '/';
  const below = pathBelow(served.base, url);
  if (below === undefined) {
    return url.startsWith(served.base)
      ? notFound(served)
      : plain(404, `There is nothing here; the site begins at ${served.base}`);
  }
  const wanted = below === '' || below.endsWith('/') ? `${below}index.html` : below;
  const body = readPlainFile(served.folder, wanted);
  if (body) return { status: 200, headers: { 'Content-Type': servedType(wanted) }, body };
  if (wanted === below && readPlainFile(served.folder, `${below}/index.html`)) {
    const [address = '', query] = url.split('?', 2);
    return { status: 301, headers: { Location: `${address}/${query === undefined ? '' : `?${query}`}` } };
  }
  return notFound(served);
}

function notFound(served: ServedFolder): Answer {
  const body = readPlainFile(served.folder, '404.html');
  return body ? { status: 404, headers: { 'Content-Type': servedType('404.html') }, body } : plain(404, 'Not found.');
}

function plain(status: number, text: string): Answer {
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: Buffer.from(`${text}\n`) };
}

/** True for the names that this machine has: `localhost`, numbers, and the one that was given to it. */
function isOurs(header: string | undefined, host: string | undefined): boolean {
  if (header === undefined || !URL.canParse(`http://${header}`)) return false;
  const name = new URL(`http://${header}`).hostname.replace(/^\[|\]$/g, '');
  return isIP(name) !== 0 || name === 'localhost' || name.endsWith('.localhost') || name === host?.toLowerCase();
}

function send(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
  if (request.method === 'HEAD') response.end();
  else response.end(body);
}
