import { readSshKey, type SshKey } from './ssh-key.ts';
import { NAMESPACE } from './ssh-signature.ts';

/** A key that signs an archive, as somebody names it. */
export interface SigningKey {
  readonly key: SshKey;
  /** The first day on which it counts, `YYYY-MM-DD`; files of archives name none. */
  readonly from?: string | undefined;
  /** The last day, `YYYY-MM-DD`. */
  readonly until?: string | undefined;
  /** It was lost or stolen: nothing that it signed counts. */
  readonly revoked: boolean;
}

/** Whose keys they are in an allowed-signers file: what `ssh-keygen -I` is given. */
const SIGNER = NAMESPACE;

/** Name of the file with an archive's keys, below `archive/`. */
export const ALLOWED_SIGNERS = 'allowed_signers';

/** The command by which a reader checks the signature of an archive whose newest release is of a Sydney day. */
export function signatureCommand(newest: string | undefined): string {
  const time = newest === undefined ? '' : ` -Overify-time=${newest.replaceAll('-', '')}`;
  return `ssh-keygen -Y verify -f ${ALLOWED_SIGNERS} -I ${SIGNER} -n ${NAMESPACE}${time} -s SHA256SUMS.sig < SHA256SUMS`;
}

/**
 * The keys of an archive as the file that `ssh-keygen -Y verify -f` reads. A signature carries no time, and the newest release
 * may be older than the key that signs it: so `until` alone is written, and a revoked key as a comment, which names it to `verify`.
 */
export function formatAllowedSigners(keys: readonly SigningKey[]): string {
  return keys
    .map(({ key, until, revoked }) => {
      if (revoked) return `${REVOKED} ${key.line}\n`;
      const options = [`namespaces="${NAMESPACE}"`, ...(until ? [`valid-before="${until.replaceAll('-', '')}"`] : [])];
      return `${SIGNER} ${options.join(',')} ${key.line}\n`;
    })
    .join('');
}

/**
 * Reads an allowed-signers file (ssh-keygen(1)), whoever it names, and also the lines of `.pub` files.
 * `faults` are the numbers of lines that name no Ed25519 key, or one for other purposes alone.
 */
export function parseAllowedSigners(text: string): {
  readonly keys: readonly SigningKey[];
  readonly faults: readonly number[];
} {
  const keys: SigningKey[] = [];
  const faults: number[] = [];
  text.split('\n').forEach((line, index) => {
    const revoked = line.startsWith(`${REVOKED} `) ? readSshKey(line.slice(REVOKED.length)) : undefined;
    if (revoked) keys.push({ key: revoked, revoked: true });
    else if (!/^\s*(?:#|$)/.test(line)) {
      const found = parseLine(line.trim());
      if (found) keys.push(found);
      else faults.push(index + 1);
    }
  });
  return { keys, faults };
}

const REVOKED = '# revoked:';

/** `principals [options] type key [comment]`. */
const LINE = /^(?:"[^"]*"|[^\s"])+\s+(?:((?:[a-z-]+(?:="[^"]*")?)(?:,[a-z-]+(?:="[^"]*")?)*)\s+)?(ssh-ed25519\s+\S+)/i;

function parseLine(line: string): SigningKey | undefined {
  const plain = readSshKey(line);
  if (plain) return { key: plain, revoked: false };
  const [, options = '', written = ''] = LINE.exec(line) ?? [];
  const key = readSshKey(written);
  const values = new Map(
    [...options.matchAll(/([a-z-]+)(?:="([^"]*)")?/gi)].map(([, name = '', value = '']) => [name.toLowerCase(), value]),
  );
  const namespaces = values.get('namespaces')?.split(',') ?? [NAMESPACE];
  if (!key || values.has('cert-authority') || !namespaces.includes(NAMESPACE)) return undefined;
  const [from, until] = [dayOf(values.get('valid-after')), dayOf(values.get('valid-before'))];
  return { key, from, until, revoked: false };
}

/** `20271231` and `202712312359Z` alike as `2027-12-31`. */
function dayOf(time: string | undefined): string | undefined {
  return /^(\d{4})(\d\d)(\d\d)/
    .exec(time ?? '')
    ?.slice(1, 4)
    .join('-');
}
