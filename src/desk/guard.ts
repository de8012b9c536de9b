import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What a request must show to be let in. */
export interface Door {
  readonly token: string;
  /** `http://127.0.0.1:4322`, as the browser writes it. */
  readonly origin: string;
  /** True for the token of a desk that was at work in this folder before. */
  readonly isFormer?: (token: string) => boolean;
}

/**
 * Why a request is refused, in a sentence; `undefined` for one of the desk's own. The name that was asked for is looked at
 * because another one that leads here is a trick of somebody else's page, and the origin because only our own pages may ask.
 */
export function refusal(request: IncomingMessage, door: Door): string | undefined {
  const { host, origin } = request.headers;
  if (host !== new URL(door.origin).host) return 'This is not the address of the desk.';
  if (origin !== undefined && origin !== door.origin) return 'Another site may not ask this of the desk.';
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (!isReading && origin === undefined) return 'Only a page of the desk may change something.';
  const token = tokenOf(request);
  return isSame(token, door.token) || door.isFormer?.(token) === true
    ? undefined
    : 'This address is not complete. Use the one that npm run desk has printed.';
}

/** The token in a request's path. */
export function tokenOf({ url = '' }: IncomingMessage): string {
  return url.split('/')[1] ?? '';
}

/** Whether two texts are the same; compares in a time that does not tell where two texts differ. */
export function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
