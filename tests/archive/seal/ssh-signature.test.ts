import { expect, test } from 'vitest';
import {
  formatAllowedSigners,
  parseAllowedSigners,
  type SigningKey,
} from '../../../src/archive/seal/allowed-signers.ts';
import { judgeSignature } from '../../../src/archive/seal/judge-signature.ts';
import { readSshKey, type SshKey } from '../../../src/archive/seal/ssh-key.ts';
import { isSignatureOf, readSshSignature } from '../../../src/archive/seal/ssh-signature.ts';

// Made by OpenSSH 9.2: ssh-keygen -Y sign -n asx-release-archive, of "hello\n".
const PUBLIC = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHAq/vCJHqwmNsKdTlOc2pyEWZuAaGeb2V4uClT6u/Jq';
const SIGNATURE = `-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgcCr+8IkerCY2wp1OU5zanIRZm4
BoZ5vZXi4KVPq78moAAAATYXN4LXJlbGVhc2UtYXJjaGl2ZQAAAAAAAAAGc2hhNTEyAAAA
UwAAAAtzc2gtZWQyNTUxOQAAAEDT21iyVM//8p3n4EQ93tv9mcCUBsazSSJs6J/eoYgwtZ
4W0xro6CwsI/vZUiOZX6DOkNDl+9E0UfnzEbZDwswM
-----END SSH SIGNATURE-----
`;
const OTHER = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
const HELLO = Buffer.from('hello\n');

const keyOf = (line: string): SshKey => readSshKey(line) ?? expect.fail(`${line} is not read`);
const key = keyOf(PUBLIC);
const named = (more: Partial<SigningKey> = {}): SigningKey[] => [{ key, revoked: false, ...more }];
const judge = (keys: readonly SigningKey[], newest: string | undefined = '2026-11-20', list = HELLO) =>
  judgeSignature(SIGNATURE, list, keys, newest).kind;

test('readSshKey() gives the fingerprint that ssh-keygen -l shows, and takes one whole Ed25519 key alone', () => {
  expect(readSshKey(`${PUBLIC} a comment of two words`)).toMatchObject({
    line: PUBLIC,
    fingerprint: 'SHA256:rcdFLyHKFAxA1JorEtJNPIT2xM0Q+CSoUiIgU7ZrGNc',
  });
  expect(keyOf(PUBLIC).bytes.length).toBe(32);
  for (const line of [
    '',
    'ssh-ed25519',
    PUBLIC.slice(0, -4),
    `${PUBLIC}AAAA`,
    PUBLIC.replace('ssh-', 'sk-ssh-'),
    PUBLIC.replace('ed25519 ', 'rsa '),
  ])
    expect(readSshKey(line), line).toBeUndefined();
});

test('isSignatureOf() is true of the signed bytes alone, and of no signature for another purpose', () => {
  const read = readSshSignature(SIGNATURE) ?? expect.fail();
  expect(isSignatureOf(read, HELLO)).toBe(true);
  expect(isSignatureOf(read, Buffer.from('hello'))).toBe(false);
  expect(isSignatureOf({ ...read, namespace: 'file' }, HELLO)).toBe(false);
  expect(isSignatureOf({ ...read, hashAlgorithm: 'sha256' }, HELLO)).toBe(false);
  expect(isSignatureOf({ ...read, key: keyOf(OTHER) }, HELLO)).toBe(false);
});

test('no flipped bit of a signature leaves it one of the key and the bytes', () => {
  const [, body = ''] = /-----\n([^-]+)\n-----/.exec(SIGNATURE) ?? [];
  const blob = Buffer.from(body, 'base64');
  for (let bit = 0; bit < blob.length * 8; bit++) {
    const bytes = Buffer.from(blob);
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    const text = SIGNATURE.replace(body, bytes.toString('base64'));
    // What the format calls reserved is not read; ssh-keygen ignores it too, but for that it is not signed.
    expect(judgeSignature(text, HELLO, named(), '2026-11-20').kind, `bit ${bit}`).not.toBe('valid');
  }
});

test('judgeSignature() tells a valid signature, an altered list, and unknown, revoked and expired keys apart', () => {
  expect(judge(named())).toBe('valid');
  expect(judge(named(), '2026-11-20', Buffer.from('hellp\n'))).toBe('altered');
  expect(judge([])).toBe('unknown');
  expect(judge(named({ key: keyOf(OTHER) }))).toBe('unknown');
  expect(judge(named({ revoked: true }))).toBe('revoked');
  expect(judge([...named(), ...named({ revoked: true })])).toBe('revoked');
  expect(judge(named({ until: '2026-11-20' }))).toBe('valid');
  expect(judge(named({ until: '2026-11-19' }))).toBe('expired');
  expect(judge([...named({ until: '2026-11-19' }), ...named()])).toBe('valid');
  expect(judge(named({ from: '2026-11-21' }))).toBe('early');
  expect(judge(named({ from: '2026-11-20' }))).toBe('valid');
  expect(judgeSignature(SIGNATURE, HELLO, named({ until: '2030-01-01' }), undefined).kind).toBe('undated');
  expect(judgeSignature(SIGNATURE, HELLO, named(), undefined).kind).toBe('valid');
  for (const text of [
    '',
    '<!doctype html>',
    SIGNATURE.replace('\nU1N', '\nV1N'),
    SIGNATURE.replaceAll('SSH', 'PGP'),
    SIGNATURE + SIGNATURE,
  ])
    expect(judgeSignature(text, HELLO, named(), undefined).kind, text).toBe('malformed');
});

test('an allowed-signers file holds keys with their ends, revoked ones as comments, and is read back', () => {
  const keys = [...named({ until: '2027-12-31' }), { key: keyOf(OTHER), revoked: true }];
  const text = `asx-release-archive namespaces="asx-release-archive",valid-before="20271231" ${PUBLIC}\n# revoked: ${OTHER}\n`;
  expect(formatAllowedSigners(keys)).toBe(text);
  expect(parseAllowedSigners(text)).toEqual({
    keys: [
      { key, from: undefined, until: '2027-12-31', revoked: false },
      { key: keyOf(OTHER), revoked: true },
    ],
    faults: [],
  });
});

test.each([
  [PUBLIC, {}],
  [`${PUBLIC} secretary@example.com`, {}],
  [`secretary@example.com ${PUBLIC}`, {}],
  [
    `"a b",*@example.com valid-after="20260101Z",valid-before="202712312359Z" ${PUBLIC} x`,
    { from: '2026-01-01', until: '2027-12-31' },
  ],
  [`a namespaces="git,asx-release-archive" ${PUBLIC}`, {}],
])('parseAllowedSigners() takes the line %s', (line, { from, until }: { from?: string; until?: string }) => {
  expect(parseAllowedSigners(`# a comment\n\n${line}\r\n`)).toEqual({
    keys: [expect.objectContaining({ key, revoked: false, ...(from && { from }), ...(until && { until }) })],
    faults: [],
  });
});

test.each([
  `a namespaces="git" ${PUBLIC}`,
  `a cert-authority ${PUBLIC}`,
  'a ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQ',
  'words',
])('parseAllowedSigners() finds no key for archives in the line %s', (line) => {
  expect(parseAllowedSigners(`# a comment\n${line}\n`)).toEqual({ keys: [], faults: [2] });
});
