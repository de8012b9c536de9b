import { hash } from 'node:crypto';
import { ALLOWED_SIGNERS, parseAllowedSigners, type SigningKey } from '../archive/seal/allowed-signers.ts';
import { judgeSignature, type Judgement } from '../archive/seal/judge-signature.ts';
import { SIGNATURE } from '../archive/site-paths.ts';
import { parseChecksums } from '../data/checksums.ts';
import { UsageError } from '../build/failure.ts';
import { longDay } from '../release/day-words.ts';
import { printable } from '../text/printable.ts';
import type { SiteReader } from './site-reader.ts';
import type { SumsList } from './verdict.ts';

/** What is said of a site's signature, in a line, and whether it is as it should be. */
interface SignatureVerdict {
  readonly lines: readonly [string];
  readonly ok: boolean;
}

/** Keys that a reader trusts, and the file that names them. */
export interface TrustedKeys {
  readonly keys: readonly SigningKey[];
  readonly file: string;
}

/**
 * Judges the signature of a site's list by the reader's own keys, else by those that the site names itself.
 * A site without a signature is as it should be unless the reader has keys for it.
 */
export async function verifySignature(
  site: SiteReader,
  list: SumsList,
  trusted: TrustedKeys | undefined,
): Promise<SignatureVerdict> {
  const listed = listedReader(site, list);
  const own = await readOwnKeys(listed);
  let signature: Buffer | undefined;
  try {
    signature = await site.read(SIGNATURE);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { lines: [`${error.message} So it is not known who signed the site.`], ok: false };
  }
  if (!signature) return { lines: [unsigned(own, trusted)], ok: trusted === undefined };
  const judgement = judgeSignature(signature.toString(), list.bytes, trusted?.keys ?? own, await newestDay(listed));
  const isOwn = 'key' in judgement && own.some(({ key }) => key.line === judgement.key.line);
  return { lines: [wordsOf(judgement, trusted?.file, isOwn)], ok: judgement.kind === 'valid' };
}

/** The keys that a site names itself, and the Sydney day of its newest release, both only from files that are as listed. */
export async function signingFacts(
  site: SiteReader,
  list: SumsList,
): Promise<{ readonly keys: readonly SigningKey[]; readonly newest: string | undefined }> {
  const listed = listedReader(site, list);
  return { keys: await readOwnKeys(listed), newest: await newestDay(listed) };
}

type ReadListed = (name: string) => Promise<string | undefined>;

/** Reads a file of a site; `undefined` where it is not there, or not as its checksum says. */
function listedReader(site: SiteReader, { bytes }: SumsList): ReadListed {
  const digests = new Map(
    parseChecksums(new TextDecoder().decode(bytes)).checksums.map(({ path, digest }) => [path, digest]),
  );
  return async (name) => {
    const digest = digests.get(name);
    const content = digest === undefined ? undefined : await site.read(name).catch(ignoreFault);
    if (content === undefined || hash('sha256', content) !== digest) return undefined;
    return content.toString();
  };
}

/** What cannot be had is a fault of the site, which its checksums have named before. */
function ignoreFault(error: unknown): undefined {
  if (!(error instanceof UsageError)) throw error;
}

async function readOwnKeys(read: ReadListed): Promise<readonly SigningKey[]> {
  return parseAllowedSigners((await read(`archive/${ALLOWED_SIGNERS}`)) ?? '').keys;
}

async function newestDay(read: ReadListed): Promise<string | undefined> {
  // Newest first, one release a line: the whole of a large list need not be understood.
  // One that free hosts would refuse has parts by year alone, which the index lists newest first.
  const year = async () => /"year": (\d{4})/.exec((await read('data/index.json')) ?? '')?.[1] ?? '';
  const list = (await read('data/releases.json')) ?? (await read(`data/releases-${await year()}.json`)) ?? '';
  const [, day] = /"date":"(\d{4}-\d\d-\d\d)"/.exec(list) ?? [];
  return day;
}

function unsigned(own: readonly SigningKey[], trusted: TrustedKeys | undefined): string {
  if (trusted) return `Not signed: ${SIGNATURE} is not there.`;
  return own.length === 0 ? 'Not signed.' : 'Not signed, though the site names keys that sign it.';
}

/** `file` holds the reader's keys; without it they are the site's own. */
function wordsOf(judgement: Judgement, file: string | undefined, isOwn: boolean): string {
  if (judgement.kind === 'malformed') return `${SIGNATURE} is not a signature by an Ed25519 key.`;
  const { fingerprint } = judgement.key;
  const who = file === undefined ? 'the archive' : printable(file);
  switch (judgement.kind) {
    case 'valid':
      return file === undefined
        ? `Signed by ${fingerprint}, a key that the archive names itself. Anybody can name keys: take the company's from elsewhere, and give them with --keys.`
        : `Signed by ${fingerprint}, which ${who} names.`;
    case 'altered':
      return `The signature by ${fingerprint} is not of this SHA256SUMS: one of them was altered.`;
    case 'unknown':
      return file !== undefined && isOwn
        ? `Signed by ${fingerprint}, a key that the archive names and ${who} does not: its list of keys was exchanged, or the company has a new key. Ask the company.`
        : `Signed by ${fingerprint}, a key that ${file === undefined ? 'this archive' : who} does not name.`;
    case 'revoked':
      return `Signed by ${fingerprint}, which ${who} says is revoked: the key was lost or stolen, and nothing that it signed counts.`;
    case 'expired':
      return `Signed by ${fingerprint}, which ${who} names until ${longDay(judgement.day)} alone; the newest release is later.`;
    case 'early':
      return `Signed by ${fingerprint}, which ${who} names from ${longDay(judgement.day)}; the newest release is earlier.`;
    case 'undated':
      return `Signed by ${fingerprint}, but whether the key still counted cannot be told: data/releases.json is not there as listed, or names no release.`;
  }
}
