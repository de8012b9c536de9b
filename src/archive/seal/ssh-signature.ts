import { createPublicKey, hash, verify } from 'node:crypto';
import { sshKeyOf, type SshKey } from './ssh-key.ts';

/** What signatures of archives are made for: one that somebody made of the same bytes for another purpose does not count. */
export const NAMESPACE = 'asx-release-archive';

/** A signature in the format of `ssh-keygen -Y sign` (OpenSSH's PROTOCOL.sshsig). */
interface SshSignature {
  readonly key: SshKey;
  readonly namespace: string;
  readonly hashAlgorithm: string;
  readonly signature: Buffer;
}

/** Reads a signature; `undefined` for anything but one whole signature by an Ed25519 key. */
export function readSshSignature(text: string): SshSignature | undefined {
  const encoded = /^-----BEGIN SSH SIGNATURE-----\s+([A-Za-z0-9+/=\s]+?)\s+-----END SSH SIGNATURE-----\s*$/.exec(
    text,
  )?.[1];
  if (encoded === undefined) return undefined;
  const blob = Buffer.from(encoded.replace(/\s/g, ''), 'base64');
  if (!blob.subarray(0, MAGIC.length).equals(MAGIC) || blob.length < MAGIC.length + 4) return undefined;
  if (blob.readUInt32BE(MAGIC.length) !== 1) return undefined;
  const [keyBlob, namespace, , hashAlgorithm, signed, ...more] = stringsIn(blob, MAGIC.length + 4) ?? [];
  if (!keyBlob || !namespace || !hashAlgorithm || !signed || more.length > 0) return undefined;
  const [type, signature, ...rest] = stringsIn(signed, 0) ?? [];
  const key = sshKeyOf(keyBlob);
  if (!key || type?.toString() !== 'ssh-ed25519' || signature?.length !== 64 || rest.length > 0) return undefined;
  return { key, namespace: namespace.toString(), hashAlgorithm: hashAlgorithm.toString(), signature };
}

/** True where a signature was made of these bytes, for archives, with its own key; whose key that is it does not say. */
export function isSignatureOf({ key, namespace, hashAlgorithm, signature }: SshSignature, bytes: Uint8Array): boolean {
  if (namespace !== NAMESPACE || !/^sha(?:256|512)$/.test(hashAlgorithm)) return false;
  const digest = hash(hashAlgorithm, bytes, 'buffer');
  const parts = [Buffer.from(namespace), Buffer.alloc(0), Buffer.from(hashAlgorithm), digest];
  const signed = Buffer.concat([MAGIC, ...parts.flatMap((part) => [lengthOf(part), part])]);
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.bytes.toString('base64url') };
  return verify(null, signed, createPublicKey({ key: jwk, format: 'jwk' }), signature);
}

const MAGIC = Buffer.from('SSHSIG');

/** What stands from a place on, each behind its length in four bytes; `undefined` where the lengths do not add up. */
function stringsIn(blob: Buffer, from: number): Buffer[] | undefined {
  const found: Buffer[] = [];
  for (let at = from; at < blob.length;) {
    if (at + 4 > blob.length) return undefined;
    const end = at + 4 + blob.readUInt32BE(at);
    if (end > blob.length) return undefined;
    found.push(blob.subarray(at + 4, end));
    at = end;
  }
  return found;
}

function lengthOf(part: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(part.length);
  return length;
}
