import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SigningKey } from '../archive/seal/allowed-signers.ts';
import { judgeSignature, type Judgement } from '../archive/seal/judge-signature.ts';
import type { SshKey } from '../archive/seal/ssh-key.ts';
import { NAMESPACE } from '../archive/seal/ssh-signature.ts';
import { CHECKSUMS, SIGNATURE } from '../archive/site-paths.ts';
import { writeWhole } from '../files/write-whole.ts';
import { UsageError } from './failure.ts';

/** By what a site is signed, and what its signature is measured by. */
interface Signing {
  /** Absolute path of the private key's file, or of the public key's where an agent holds the other. */
  readonly keyFile: string;
  /** The keys that the archive names. */
  readonly keys: readonly SigningKey[];
  /** Sydney day of the newest release; `undefined` in an archive without any. */
  readonly newest: string | undefined;
}

/**
 * Signs the list of checksums of a site with `ssh-keygen`, which asks at the terminal for the key's passphrase. The key that
 * signed comes back. Throws a `UsageError` where a reader would not take the signature; nothing is written then.
 */
export function signSite(folder: string, { keyFile, keys, newest }: Signing): SshKey {
  const list = readFileSync(path.join(folder, CHECKSUMS));
  const signature = sign(list, keyFile);
  const judgement = judgeSignature(signature, list, keys, newest);
  if (judgement.kind !== 'valid') throw new UsageError(refusal(judgement, keyFile));
  writeWhole(folder, SIGNATURE, signature);
  return judgement.key;
}

function sign(list: Buffer, keyFile: string): string {
  if (!existsSync(keyFile)) throw new UsageError(`SIGNING_KEY names ${keyFile}, and there is no such file.`);
  const args = ['-q', '-Y', 'sign', '-n', NAMESPACE, '-f', keyFile];
  const { error, status, stdout, stderr } = spawnSync('ssh-keygen', args, { input: list, encoding: 'utf8' });
  const code = (error as NodeJS.ErrnoException | undefined)?.code; // node:child_process gives these
  if (code === 'ENOENT')
    throw new UsageError(
      'ssh-keygen, which signs, is not on this machine. Install OpenSSH, or take SIGNING_KEY out to build without a signature.',
    );
  // It may have refused the key before it read the list.
  if (error && code !== 'EPIPE') throw error;
  if (status === 0) return stdout;
  const why = stderr
    .split('\n')
    .filter((line) => /[a-z]/i.test(line) && !line.includes('UNPROTECTED PRIVATE KEY'))
    .join(' ');
  throw new UsageError(`ssh-keygen could not sign with ${keyFile}: ${why.trim() || `exit status ${status}`}`);
}

function refusal(judgement: Exclude<Judgement, { kind: 'valid' }>, keyFile: string): string {
  switch (judgement.kind) {
    case 'malformed':
      return `${keyFile} is no Ed25519 key, and only such a key makes the same signature each time. Make one with ssh-keygen -t ed25519.`;
    case 'revoked':
      return `archive.yml says that the key ${judgement.key.fingerprint} is revoked. Sign with another one.`;
    case 'expired':
      return `archive.yml says that the key ${judgement.key.fingerprint} signs until ${judgement.day}, and the newest release is later. Sign with a newer key, or change until.`;
    case 'unknown':
      return `archive.yml does not name the key ${judgement.key.fingerprint}, so that nobody could know whose it is. Write under keys:\n  - key: ${judgement.key.line}\n    from: (the day since which it signs, for example 2026-11-20)`;
    default:
      throw new Error(`A new signature was judged ${judgement.kind}.`);
  }
}
