/** How much time and how many bytes one answer may take, in milliseconds and bytes. */
export interface Limits {
  /** Without anything coming. */
  readonly stall: number;
  /** From the question to the last byte. */
  readonly whole: number;
  readonly bytes: number;
}

export type Answer =
  /** All of it has come. */
  | { readonly kind: 'answered'; readonly status: number }
  /** The host leads on to an address that stands for something else, or to another host; it was not asked. */
  | { readonly kind: 'redirected'; readonly to: URL }
  /** `passing` where another try may go better. */
  | { readonly kind: 'failed'; readonly why: string; readonly passing: boolean };

/**
 * Asks for an address within limits, and hands the answer's bytes on as they come. A redirect is followed to the same place
 * of the same host alone: with or without an ending slash, `index.html` or `.html`, and from http to https.
 */
export async function fetchBounded(
  address: URL,
  limits: Limits,
  onBytes: (chunk: Uint8Array) => void,
): Promise<Answer> {
  const controller = new AbortController();
  const end = (why: string, passing: boolean) => (): void => controller.abort(new Ended(why, passing));
  const whole = setTimeout(end(`took longer than ${seconds(limits.whole)}`, false), limits.whole);
  const stall = setTimeout(end(`nothing came for ${seconds(limits.stall)}`, true), limits.stall);
  try {
    const found = await follow(address, controller.signal);
    if (found instanceof URL) return { kind: 'redirected', to: found };
    let bytes = 0;
    for await (const chunk of found.body ?? []) {
      const part = chunk as Uint8Array; // fetch gives bytes
      bytes += part.length;
      if (bytes > limits.bytes) throw new Ended(`is larger than ${megabytes(limits.bytes)}`, false);
      stall.refresh();
      onBytes(part);
    }
    return { kind: 'answered', status: found.status };
  } catch (error) {
    if (error instanceof Ended) return { kind: 'failed', why: error.message, passing: error.passing };
    const { message, cause } = error as Error; // fetch throws these
    return { kind: 'failed', why: cause instanceof Error ? cause.message : message, passing: true };
  } finally {
    clearTimeout(whole);
    clearTimeout(stall);
    // What was not read is not to come either.
    controller.abort();
  }
}

/** An answer that was ended by a limit. */
class Ended extends Error {
  readonly passing: boolean;

  constructor(why: string, passing: boolean) {
    super(why);
    this.passing = passing;
  }
}

const MOST_REDIRECTS = 5;

/** The answer at an address, or the address to which its host leads where that is something else. */
async function follow(address: URL, signal: AbortSignal): Promise<Response | URL> {
  let current = address;
  for (let count = 0; count <= MOST_REDIRECTS; count++) {
    const response = await fetch(current, {
      redirect: 'manual',
      signal,
      cache: 'no-store',
      headers: { 'cache-control': 'no-cache' },
    });
    const location = [301, 302, 303, 307, 308].includes(response.status) ? response.headers.get('location') : null;
    if (location === null) return response;
    await response.body?.cancel();
    if (!URL.canParse(location, current)) throw new Ended('is led on to what is no address', false);
    const next = new URL(location, current);
    if (!isSamePlace(address, next)) return next;
    current = next;
  }
  throw new Ended('is led round in a circle', false);
}

function isSamePlace(a: URL, b: URL): boolean {
  const plain = ({ host, pathname }: URL): string => host + pathname.replace(/(\/index)?(\.html)?\/?$/, '');
  const isWeaker = a.protocol === 'https:' && b.protocol !== 'https:';
  return /^https?:$/.test(b.protocol) && !isWeaker && plain(a) === plain(b);
}

function seconds(milliseconds: number): string {
  return `${milliseconds / 1000} seconds`;
}

function megabytes(bytes: number): string {
  return `${bytes / 1024 / 1024} MB`;
}
