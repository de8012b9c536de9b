import type { SigningKey } from './allowed-signers.ts';
import type { SshKey } from './ssh-key.ts';
import { isSignatureOf, readSshSignature } from './ssh-signature.ts';

/** What a signature is worth. */
export type Judgement =
  | { readonly kind: 'valid'; readonly key: SshKey }
  /** Nothing that is a signature by an Ed25519 key. */
  | { readonly kind: 'malformed' }
  /** Made of other bytes, or for another purpose. */
  | { readonly kind: 'altered' | 'unknown' | 'revoked' | 'undated'; readonly key: SshKey }
  /** The key counts until a day before that of the newest release, or from a later one. */
  | { readonly kind: 'expired' | 'early'; readonly key: SshKey; readonly day: string };

/**
 * Judges the signature of a list of checksums by the keys that somebody trusts. A signature carries no time, so that the
 * Sydney day of the newest release stands for it: later than that it was made. Without it (`undefined`) a key with an end is `undated`.
 */
export function judgeSignature(
  signature: string,
  list: Uint8Array,
  keys: readonly SigningKey[],
  newest: string | undefined,
): Judgement {
  const read = readSshSignature(signature);
  if (!read) return { kind: 'malformed' };
  const { key } = read;
  if (!isSignatureOf(read, list)) return { kind: 'altered', key };
  const named = keys.filter((one) => one.key.line === key.line);
  if (named.some(({ revoked }) => revoked)) return { kind: 'revoked', key };
  const judged = named.map((one) => inTime(one, newest));
  return judged.find(({ kind }) => kind === 'valid') ?? judged[0] ?? { kind: 'unknown', key };
}

function inTime({ key, from, until }: SigningKey, newest: string | undefined): Judgement {
  if (newest === undefined) return { kind: from === undefined && until === undefined ? 'valid' : 'undated', key };
  if (until !== undefined && newest > until) return { kind: 'expired', key, day: until };
  if (from !== undefined && newest < from) return { kind: 'early', key, day: from };
  return { kind: 'valid', key };
}
