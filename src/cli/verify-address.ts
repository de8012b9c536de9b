import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { CHECKSUMS, type Checksum } from '../data/checksums.ts';
import { counted, grouped } from '../release/amounts.ts';
import { printable } from '../release/printable.ts';
import { UsageError, type CommandContext } from './command.ts';
import { fetchBounded, type Answer, type Limits } from './fetch-bounded.ts';
import { byPath, DIFFERS, inParallel, MISSING, readSums, type Fault, type Verdict } from './verdict.ts';
import { readList } from './verify-folder.ts';
import type { Network } from './verify.ts';

const AT_ONCE = 8;
const TRIES = 4;
// No host has larger files; the list of an archive of 100,000 releases has some 80 MB.
const LIMITS: Limits = { stall: 30_000, whole: 15 * 60_000, bytes: 1024 ** 3 };

/** Fetches all files of a deployed site and compares them with its checksums, or with those in the file `sums`. */
export async function verifyAddress(
  address: string,
  sums: string | undefined,
  context: CommandContext,
  { pause = 500, limits = LIMITS }: Network,
): Promise<Verdict> {
  const site = siteOf(address);
  const list = sums === undefined ? await fetchList(site, pause, limits) : await readList(sums);
  const { checksums, faults } = readSums(list, sums ?? `${site.href}${CHECKSUMS}`);
  const [served, skipped] = partition(checksums);
  const progress = progressOn(context, served.length);
  const compared = await inParallel(served, AT_ONCE, async (checksum) => {
    const found = await compare(checksum, site, pause, limits);
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

async function compare(
  { path, digest }: Checksum,
  site: URL,
  pause: number,
  limits: Limits,
): Promise<Fault | Skipped | undefined> {
  const address = new URL(
    path
      .replace(/(^|\/)index\.html$/, '$1')
      .split('/')
      .map(encodeURIComponent)
      .join('/'),
    site,
  );
  const got = await tryAgain(async () => {
    const digest = createHash('sha256');
    const answer = await fetchBounded(address, limits, (piece) => digest.update(piece));
    return { answer, digest: digest.digest('hex') };
  }, pause);
  if (got.answer.kind === 'failed') return { path, what: `could not be fetched: ${got.answer.why}` };
  if (got.answer.kind === 'redirected') {
    // The page at an old address, which hosts replace by a redirect; its bytes cannot be had.
    const { href } = got.answer.to;
    const oldAddress = path.endsWith('index.html') && href.startsWith(site.href);
    const where = `the host leads on to ${href}`;
    return oldAddress ? { path, why: `${where}, as from an old address` } : { path, what: `cannot be had: ${where}` };
  }
  const { status } = got.answer;
  // The page for addresses that are not there comes with that status.
  if (got.digest === digest && (status === 200 || path === '404.html')) return undefined;
  if (status === 404 || status === 410) return { path, what: MISSING };
  return { path, what: status === 200 ? DIFFERS : `was answered with status ${status}` };
}

async function fetchList(site: URL, pause: number, limits: Limits): Promise<string> {
  const address = new URL(CHECKSUMS, site);
  const { answer, pieces } = await tryAgain(async () => {
    const pieces: Uint8Array[] = [];
    return { answer: await fetchBounded(address, limits, (piece) => pieces.push(piece)), pieces };
  }, pause);
  if (answer.kind === 'answered' && answer.status === 200) return new TextDecoder().decode(Buffer.concat(pieces));
  const why =
    answer.kind === 'answered'
      ? `status ${answer.status}`
      : answer.kind === 'failed'
        ? answer.why
        : `the host leads on to ${answer.to.href}; give the address of the site there, if it is meant`;
  throw new UsageError(`${address.href} could not be fetched (${printable(why)}).`);
}

/** Does a piece of work up to `TRIES` times, as long as its answer may pass; each pause is twice as long as the one before. */
async function tryAgain<T extends { readonly answer: Answer }>(work: () => Promise<T>, pause: number): Promise<T> {
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

/** Tells a person at the terminal how far it is; in a log it would only be noise. */
function progressOn(context: CommandContext, total: number) {
  let done = 0;
  const show = context.terminal !== undefined;
  return {
    step() {
      done++;
      if (show && (done % 20 === 0 || done === total)) context.log(`\r${grouped(done)} of ${counted(total, 'file')}`);
    },
    end() {
      if (show) context.log('\r\u001b[K');
    },
  };
}
