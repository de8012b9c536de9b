import type { ServerResponse } from 'node:http';
import type { Markup } from './markup.ts';

/** What the desk answers to a request. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

export function page({ markup }: Markup, status = 200): Answer {
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: `<!doctype html>\n${markup}` };
}

export function json(value: unknown, status = 200): Answer {
  return { status, headers: { 'Content-Type': 'application/json; charset=utf-8' }, body: JSON.stringify(value) };
}

/** A file of the program or of the archive, under its media type. */
export function file(body: Buffer | string, type: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 200, headers: { 'Content-Type': type, ...headers }, body };
}

/** A sentence for somebody who sees it in place of a page. */
export function plain(status: number, text: string): Answer {
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: `${text}\n` };
}

export function missing(): Answer {
  return plain(404, 'There is nothing here.');
}

export function redirect(address: string): Answer {
  return { status: 303, headers: { Location: address }, body: '' };
}

/** Sends an answer with what holds for all of them: nothing from elsewhere, nothing kept, nobody told where it came from. */
export function send(response: ServerResponse, { status, headers, body }: Answer, site = ''): void {
  response.writeHead(status, {
    'Content-Security-Policy': policy(site),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'SAMEORIGIN',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
    'Content-Length': Buffer.byteLength(body),
    ...headers,
  });
  response.end(body);
}

/** The policy of the desk's own pages; `site` is the origin of the built one, which is framed. */
const policy = (site: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    `frame-src 'self' ${site}`,
    "form-action 'self'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types desk',
  ].join('; ');

/**
 * The policy of a document that somebody else made, shown in a frame: no scripts, no network, no forms, an origin of its own.
 */
export const SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";
