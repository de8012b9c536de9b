import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { CHECKSUMS, type Checksum } from '../data/checksums.ts';
import { counted, grouped } from '../release/amounts.ts';
import { UsageError, type World } from './command.ts';
import { byPath, DIFFERS, inParallel, MISSING, readSums, type Fault, type Verdict } from './verdict.ts';
import { readList } from './verify-folder.ts';
import type { Network } from './verify.ts';

const AT_ONCE = 8;
const TRIES = 4;

/** Fetches all files of a deployed site and compares them with its checksums, or with those in the file `sums`. */
export async function verifyAddress(
  address: string,
  sums: string | undefined,
  world: World,
  { pause = 500 }: Network,
): Promise<Verdict> {
  const site = siteOf(address);
  const list = sums === undefined ? await fetchList(site, pause) : await readList(sums);
  const { checksums, faults } = readSums(list, sums ?? `${site.href}${CHECKSUMS}`);
  const [served, skipped] = partition(checksums);
  const progress = progressOn(world, served.length);
  const compared = await inParallel(served, AT_ONCE, async (checksum) => {
    const found = await compare(checksum, site, pause);
    progress.step();
    return found;
  });
  progress.end();
  const redirected = compared.filter((one) => one !== undefined && 'why' in one);
  return {
    checked: served.length - redirected.length,
    faults: byPath([...faults, ...compared.filter((one) => one !== undefined && 'what' in one)]),
    skipped: byPath([...skipped, ...redirected]),
    complete: false,
  };
}

type Skipped = Verdict['skipped'][number];

function siteOf(address: string): URL {
  if (!URL.canParse(address)) throw new UsageError(`"${address}" is not a web address.`);
  const site = new URL(address);
  site.pathname = site.pathname.replace(/(SHA256SUMS|index\.html)$/, '').replace(/\/?$/, '/');
  site.search = site.hash = '';
  return site;
}

/** What hosts serve, and what they keep for themselves. */
function partition(checksums: readonly Checksum[]): [Checksum[], Skipped[]] {
  const consumed = ({ path }: Checksum) => /^(_headers|_redirects)$|(^|\/)\.[^/]*$/.test(path);
  return [
    checksums.filter((one) => !consumed(one)),
    checksums.filter(consumed).map(({ path }) => ({ path, why: 'hosts keep it for themselves' })),
  ];
}

async function compare({ path, digest }: Checksum, site: URL, pause: number): Promise<Fault | Skipped | undefined> {
  const address = new URL(
    path
      .replace(/(^|\/)index\.html$/, '$1')
      .split('/')
      .map(encodeURIComponent)
      .join('/'),
    site,
  );
  const got = await fetchDigest(address, pause);
  if ('failure' in got) return { path, what: `could not be fetched: ${got.failure}` };
  if (got.leadsTo !== undefined) {
    // The page at an old address, which hosts replace by a redirect; its bytes cannot be had.
    const oldAddress = path.endsWith('index.html') && got.leadsTo.startsWith(site.href);
    const where = `the host leads on to ${got.leadsTo}`;
    return oldAddress ? { path, why: `${where}, as from an old address` } : { path, what: `cannot be had: ${where}` };
  }
  // The page for addresses that are not there comes with that status.
  if (got.digest === digest && (got.status === 200 || path === '404.html')) return undefined;
  if (got.status === 404 || got.status === 410) return { path, what: MISSING };
  return { path, what: got.status === 200 ? DIFFERS : `was answered with status ${got.status}` };
}

type Got =
  | { readonly status: number; readonly digest: string; readonly leadsTo?: string | undefined }
  | { readonly failure: string };

/** Fetches a file and hashes it while it comes. What may pass, such as a broken connection, is tried again. */
async function fetchDigest(address: URL, pause: number): Promise<Got> {
  return tryAgain(
    () => fetchOnce(address),
    (got) => 'failure' in got || mayPass(got.status),
    pause,
  );
}

async function fetchOnce(address: URL): Promise<Got> {
  try {
    const response = await fetch(address, { cache: 'no-store', headers: { 'cache-control': 'no-cache' } });
    const digest = createHash('sha256');
    for await (const piece of response.body ?? []) digest.update(piece as Uint8Array); // fetch gives bytes
    const leadsTo = response.redirected && !samePlace(address, new URL(response.url)) ? response.url : undefined;
    return { status: response.status, digest: digest.digest('hex'), leadsTo };
  } catch (error) {
    const { message, cause } = error as Error; // fetch throws these
    return { failure: cause instanceof Error ? cause.message : message };
  }
}

/** Hosts drop or add an ending slash, `index.html` or `.html`, and put https for http. */
function samePlace(a: URL, b: URL): boolean {
  const plain = ({ host, pathname }: URL) => host + pathname.replace(/(\/index)?(\.html)?\/?$/, '');
  return plain(a) === plain(b);
}

async function fetchList(site: URL, pause: number): Promise<string> {
  const address = new URL(CHECKSUMS, site);
  const answer = await tryAgain(
    () =>
      fetch(address, { cache: 'no-store' })
        .then(async (response) => ({ status: response.status, text: await response.text() }))
        .catch((error: unknown) => ({ status: 0, text: String((error as Error).cause ?? error) })),
    ({ status }) => status === 0 || mayPass(status),
    pause,
  );
  if (answer.status === 200) return answer.text;
  const why = answer.status === 0 ? answer.text : `status ${answer.status}`;
  throw new UsageError(`${address.href} could not be fetched (${why}).`);
}

/** Does a piece of work up to `TRIES` times, as long as its result may pass; each pause is twice as long as the one before. */
async function tryAgain<T>(work: () => Promise<T>, isPassing: (result: T) => boolean, pause: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const result = await work();
    if (!isPassing(result) || attempt === TRIES) return result;
    await wait(pause * 2 ** (attempt - 1));
  }
}

/** The host is busy, or has a fault of its own. */
function mayPass(status: number): boolean {
  return status === 429 || status >= 500;
}

/** Tells a person at the terminal how far it is; in a log it would only be noise. */
function progressOn(world: World, total: number) {
  let done = 0;
  const show = world.terminal !== undefined;
  return {
    step() {
      done++;
      if (show && (done % 20 === 0 || done === total)) world.say(`\r${grouped(done)} of ${counted(total, 'file')}`);
    },
    end() {
      if (show) world.say('\r\u001b[K');
    },
  };
}
