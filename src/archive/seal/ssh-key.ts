import { hash } from 'node:crypto';

/** A public Ed25519 key in the form that SSH uses. */
export interface SshKey {
  /** `ssh-ed25519 AAAA…`, without a comment. */
  readonly line: string;
  /** The digest by which people compare keys, as `ssh-keygen -l` shows it: `SHA256:…`. */
  readonly fingerprint: string;
  /** The key's 32 bytes. */
  readonly bytes: Buffer;
}

/** The only type of keys: its signatures hold neither time nor chance, so that two builds stay equal. */
export const KEY_TYPE = 'ssh-ed25519';

/** Reads the line of a `.pub` file, with a comment or without; `undefined` for anything but one whole Ed25519 key. */
export function readSshKey(line: string): SshKey | undefined {
  const [type, encoded = ''] = line.trim().split(/\s+/);
  return type === KEY_TYPE && /^[A-Za-z0-9+/]+={0,2}$/.test(encoded)
    ? sshKeyOf(Buffer.from(encoded, 'base64'))
    : undefined;
}

/** The key of a blob as signatures hold it: its type and its bytes, each behind its length; `undefined` for another one. */
export function sshKeyOf(blob: Buffer): SshKey | undefined {
  if (blob.length !== HEAD.length + 32 || !blob.subarray(0, HEAD.length).equals(HEAD)) return undefined;
  const digest = hash('sha256', blob, 'base64').replace(/=+$/, '');
  return {
    line: `${KEY_TYPE} ${blob.toString('base64')}`,
    fingerprint: `SHA256:${digest}`,
    bytes: blob.subarray(HEAD.length),
  };
}

/** What stands before the 32 bytes in each key of the type. */
const HEAD = Buffer.concat([
  Buffer.from([0, 0, 0, KEY_TYPE.length]),
  Buffer.from(KEY_TYPE),
  Buffer.from([0, 0, 0, 32]),
]);
