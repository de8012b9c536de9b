import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { NotAPlainFile, withPlainFile } from '../files/read-plain-file.ts';
import { UsageError } from '../build/failure.ts';
import { printable } from '../text/printable.ts';
import { fetchBounded, type Answer, type Limits } from './fetch-bounded.ts';

/** Reads single files of a site, wherever it is. */
export interface SiteReader {
  /** A file as messages name it. */
  readonly nameOf: (name: string) => string;
  /** The content; `undefined` where there is no such file. Throws a `UsageError` where it cannot be had. */
  readonly read: (name: string) => Promise<Buffer | undefined>;
}

/** How the network is used; a test waits less. */
export interface Network {
  /** Milliseconds before the first repetition; each further one waits twice as long. */
  readonly pause?: number;
  readonly limits?: Limits;
}

// No host has larger files; the list of an archive of 100,000 releases has some 80 MB.
export const LIMITS: Limits = { stall: 30_000, whole: 15 * 60_000, bytes: 1024 ** 3 };
export const PAUSE = 500;

/** The site in a folder, which may be somebody else's: no link in it is followed. */
export function folderReader(folder: string): SiteReader {
  const nameOf = (name: string): string => path.join(folder, name);
  return {
    nameOf,
    read: (name) => new Promise((resolve) => resolve(readBelow(folder, name, nameOf(name)))),
  };
}

function readBelow(folder: string, name: string, shown: string): Buffer | undefined {
  try {
    return withPlainFile(folder, name, (descriptor) => readFileSync(descriptor));
  } catch (error) {
    if (error instanceof NotAPlainFile) throw new UsageError(`${shown} is not a plain file.`, { cause: error });
    const { code } = error as NodeJS.ErrnoException; // node:fs throws these
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new UsageError(`${shown} cannot be read (${code}).`, { cause: error });
  }
}

/** The site at an address. */
export function addressReader(site: URL, { pause = PAUSE, limits = LIMITS }: Network): SiteReader {
  return {
    nameOf: (name) => new URL(name, site).href,
    read: async (name) => {
      const address = new URL(name, site);
      const { answer, chunks } = await tryAgain(async () => {
        const chunks: Uint8Array[] = [];
        return { answer: await fetchBounded(address, limits, (chunk) => chunks.push(chunk)), chunks };
      }, pause);
      if (answer.kind === 'answered' && answer.status === 200) return Buffer.concat(chunks);
      if (answer.kind === 'answered' && (answer.status === 404 || answer.status === 410)) return undefined;
      const why =
        answer.kind === 'answered'
          ? `status ${answer.status}`
          : answer.kind === 'failed'
            ? answer.why
            : `the host leads on to ${answer.to.href}; give the address of the site there, if it is meant`;
      throw new UsageError(`${address.href} could not be fetched (${printable(why)}).`);
    },
  };
}

/** The root of the site that an address leads into: of its list or its home page, the folder in which they lie. */
export function siteOf(address: string): URL {
  if (!URL.canParse(address)) throw new UsageError(`"${address}" is not a web address.`);
  const site = new URL(address);
  site.pathname = site.pathname.replace(/(SHA256SUMS|index\.html)$/, '').replace(/\/?$/, '/');
  site.search = site.hash = '';
  return site;
}

const TRIES = 4;

/** Does `work` up to `TRIES` times, as long as its answer may pass; each pause is twice as long as the one before. */
export async function tryAgain<T extends { readonly answer: Answer }>(
  work: () => Promise<T>,
  pause: number,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const result = await work();
    if (!isTransient(result.answer) || attempt === TRIES) return result;
    await wait(pause * 2 ** (attempt - 1));
  }
}

/** The connection broke, the host is busy, or it has a fault of its own. */
function isTransient(answer: Answer): boolean {
  if (answer.kind === 'failed') return answer.passing;
  return answer.kind === 'answered' && (answer.status === 429 || answer.status >= 500);
}
