import { createHash } from 'node:crypto';
import type { Checksum } from '../data/checksums.ts';
import { counted, grouped } from '../text/counted.ts';
import type { CommandContext } from './command.ts';
import { fetchBounded, type Limits } from './fetch-bounded.ts';
import { LIMITS, PAUSE, tryAgain, type Network } from './site-reader.ts';
import { byPath, DIFFERS, MISSING, readSums, type Fault, type SumsList, type Verdict } from './verdict.ts';

const AT_ONCE = 8;

/** Fetches all files of a deployed site and compares them with a list of checksums. */
export async function verifyAddress(
  site: URL,
  list: SumsList,
  context: CommandContext,
  { pause = PAUSE, limits = LIMITS }: Network,
): Promise<Verdict> {
  const { checksums, faults } = readSums(list);
  const [served, skipped] = partition(checksums);
  const progress = progressOn(context, served.length);
  const found: (Fault | Skipped)[] = [];
  const rest = served.values();
  const worker = async (): Promise<void> => {
    // All workers draw from the one iterator, so each file is fetched once.
    for (const checksum of rest) {
      const one = await compare(checksum, site, pause, limits);
      if (one) found.push(one);
      progress.step();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  progress.end();
  const redirected = found.filter((one) => 'why' in one);
  return {
    checked: served.length - redirected.length,
    faults: byPath([...faults, ...found.filter((one) => 'what' in one)]),
    skipped: byPath([...skipped, ...redirected]),
    complete: false,
  };
}

type Skipped = Verdict['skipped'][number];

/** What hosts serve, and what they keep for themselves. */
function partition(checksums: readonly Checksum[]): [Checksum[], Skipped[]] {
  const consumed = ({ path }: Checksum) =>
    /^(_headers|_redirects|_redirects\.(caddy|nginx)|staticwebapp\.config\.json|web\.config|wrangler\.json)$|(^|\/)\.[^/]*$/.test(
      path,
    );
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
    const answer = await fetchBounded(address, limits, (chunk) => digest.update(chunk));
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
