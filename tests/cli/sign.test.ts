import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { formatAllowedSigners } from '../../src/archive/seal/allowed-signers.ts';
import { readSshKey, type SshKey } from '../../src/archive/seal/ssh-key.ts';
import { UsageError } from '../../src/build/failure.ts';
import { signSite } from '../../src/build/sign-site.ts';
import { sign } from '../../src/cli/sign.ts';
import { verify } from '../../src/cli/verify.ts';
import { formatChecksums } from '../../src/data/checksums.ts';
import { folderWith } from '../support/releases-folder.ts';
import { serveFolder } from '../support/serve.ts';
import { testContext } from './test-context.ts';

/** How `archive.yml` names a key. */
interface Named {
  readonly key: SshKey;
  readonly until?: string;
  readonly revoked?: boolean;
}

/** A fresh key: the path of its private half, and what is public of it. */
function freshKey() {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'key-')), 'key');
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'a test', '-f', file]);
  const line = readFileSync(`${file}.pub`, 'utf8').trim();
  return { file, line, key: readSshKey(line) ?? expect.fail(line) };
}

/** The files of a small site whose newest release is of 20 November 2026, which names these keys. */
function siteNaming(...keys: readonly Named[]): string {
  const files = {
    'index.html': 'home',
    'data/releases.json':
      '{"version":1,"releases":[\n{"id":"b","date":"2026-11-20"},\n{"id":"a","date":"2020-07-30"}\n]}\n',
    'archive/allowed_signers': formatAllowedSigners(keys.map((one) => ({ revoked: false, ...one }))),
  };
  return withList(folderWith(files), Object.keys(files));
}

function withList(site: string, names: readonly string[]): string {
  const digest = (name: string): string =>
    createHash('sha256')
      .update(readFileSync(path.join(site, name)))
      .digest('hex');
  const sums = formatChecksums(names.map((name) => ({ path: name, digest: digest(name) })));
  writeFileSync(path.join(site, 'SHA256SUMS'), sums);
  return site;
}

async function runSign(site: string, keyFile: string | undefined, ...args: string[]) {
  const world = testContext(path.dirname(site), { OUT_DIR: site, SIGNING_KEY: keyFile });
  const exit = await sign(args, world);
  return { exit, ...world.read() };
}

/** Exit status and the last line of what `verify` says, which is of the signature. */
async function runVerify(target: string, ...args: string[]): Promise<string> {
  const world = testContext('/');
  const exit = await verify([...args, target], world, { pause: 1 });
  return `${exit}: ${world.read().out.trimEnd().split('\n').at(-1)}`;
}

const hasSshKeygen = spawnSync('ssh-keygen', ['-?']).error === undefined;

test('verify says plainly that a site is not signed, and more where its reader has keys or the site names some', async () => {
  const line = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHAq/vCJHqwmNsKdTlOc2pyEWZuAaGeb2V4uClT6u/Jq';
  const key = readSshKey(line) ?? expect.fail();
  const keys = path.join(folderWith({ keys: `${line}\n` }), 'keys');
  expect(await runVerify(siteNaming())).toBe('0: Not signed.');
  expect(await runVerify(siteNaming({ key }))).toBe('0: Not signed, though the site names keys that sign it.');
  expect(await runVerify(siteNaming({ key }), '--keys', keys)).toBe('1: Not signed: SHA256SUMS.sig is not there.');
});

test('sign and verify refuse what names no key', async () => {
  const site = siteNaming();
  await expect(runSign(site, undefined)).rejects.toThrow(
    new UsageError('SIGNING_KEY is not set: it names the file of the SSH key that signs the archive.'),
  );
  await expect(runSign(site, '/nowhere/key')).rejects.toThrow(
    new UsageError('SIGNING_KEY names /nowhere/key, and there is no such file.'),
  );
  const folder = folderWith({ words: 'no key\n', nothing: '# no key\n' });
  await expect(runVerify(site, '--keys', path.join(folder, 'words'))).rejects.toThrow(/words:1 names no Ed25519 key/);
  await expect(runVerify(site, '--keys', path.join(folder, 'nothing'))).rejects.toThrow(/nothing names no key\.$/);
  await expect(runVerify(site, '--keys', path.join(folder, 'gone'))).rejects.toThrow(/^There is no file .*gone\.$/);
  await expect(runVerify(site, '--keys', 'a', '--sums', 'b')).rejects.toThrow(/--sums takes a list of your own/);
});

test('sign says where ssh-keygen is missing', async () => {
  const site = siteNaming();
  const { PATH } = process.env;
  process.env['PATH'] = site;
  onTestFinished(() => void (process.env['PATH'] = PATH));
  await expect(runSign(site, path.join(site, 'index.html'))).rejects.toThrow(
    /^ssh-keygen, which signs, is not on this machine\./,
  );
});

// A signature that OpenSSH once made is judged in tests/archive/seal/ssh-signature.test.ts, also where there is no ssh-keygen.
describe.runIf(hasSshKeygen)('a site signed by a fresh key', () => {
  let own: ReturnType<typeof freshKey>;
  let other: ReturnType<typeof freshKey>;
  beforeAll(() => {
    [own, other] = [freshKey(), freshKey()];
    return () => [own, other].forEach(({ file }) => rmSync(path.dirname(file), { recursive: true }));
  });

  /** A site that names these keys, with a signature by one of them made whatever it is worth. */
  function signedBy({ file }: { readonly file: string }, ...keys: readonly Named[]): string {
    const site = siteNaming(...keys);
    execFileSync('ssh-keygen', [
      '-q',
      '-Y',
      'sign',
      '-n',
      'asx-release-archive',
      '-f',
      file,
      path.join(site, 'SHA256SUMS'),
    ]);
    return site;
  }
  const keysOf = (...lines: string[]): string => path.join(folderWith({ keys: `${lines.join('\n')}\n` }), 'keys');

  test('is signed as ssh-keygen signs it, twice alike', async () => {
    const site = siteNaming({ key: own.key });
    const { exit, out } = await runSign(site, own.file);
    expect([exit, out]).toEqual([0, `Signed SHA256SUMS by the key ${own.key.fingerprint}: ${site}/SHA256SUMS.sig\n`]);
    const signature = readFileSync(path.join(site, 'SHA256SUMS.sig'), 'utf8');
    expect(signature).toBe(readFileSync(path.join(signedBy(own, { key: own.key }), 'SHA256SUMS.sig'), 'utf8'));
    await runSign(site, own.file);
    expect(readFileSync(path.join(site, 'SHA256SUMS.sig'), 'utf8')).toBe(signature);
  });

  test('is taken by verify from a folder and by address, with the reader’s keys and without', async () => {
    const site = signedBy(own, { key: own.key });
    const server = await serveFolder(site);
    onTestFinished(() => server.close());
    const bare = `0: Signed by ${own.key.fingerprint}, a key that the archive names itself. Anybody can name keys: take the company's from elsewhere, and give them with --keys.`;
    const keys = keysOf(`secretary@example.com ${own.line}`);
    for (const target of [site, server.url]) {
      expect(await runVerify(target)).toBe(bare);
      expect(await runVerify(target, '--keys', keys)).toBe(`0: Signed by ${own.key.fingerprint}, which ${keys} names.`);
      expect(await runVerify(target, '--keys', `${own.file}.pub`)).toMatch(/^0: Signed by /);
    }
  });

  test('with one altered byte in the list, in the signature or in a file is not taken', async () => {
    const site = signedBy(own, { key: own.key });
    const list = path.join(site, 'SHA256SUMS');
    const whole = readFileSync(list, 'utf8');
    writeFileSync(
      list,
      whole.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
    );
    expect(await runVerify(site)).toBe(
      `1: The signature by ${own.key.fingerprint} is not of this SHA256SUMS: one of them was altered.`,
    );
    writeFileSync(list, whole);
    writeFileSync(path.join(site, 'index.html'), 'homf');
    expect(await runVerify(site)).toMatch(/^1: Signed by /);
    writeFileSync(path.join(site, 'SHA256SUMS.sig'), '<!doctype html>');
    expect(await runVerify(site)).toBe('1: SHA256SUMS.sig is not a signature by an Ed25519 key.');
  });

  test('by another key, by one past its until, or by a revoked one is told apart', async () => {
    const { fingerprint } = own.key;
    expect(await runVerify(signedBy(own, { key: other.key }))).toBe(
      `1: Signed by ${fingerprint}, a key that this archive does not name.`,
    );
    expect(await runVerify(signedBy(own, { key: own.key, until: '2026-11-19' }, { key: other.key }))).toBe(
      `1: Signed by ${fingerprint}, which the archive names until 19 November 2026 alone; the newest release is later.`,
    );
    expect(await runVerify(signedBy(own, { key: own.key, until: '2026-11-20' }))).toMatch(/^0: /);
    expect(await runVerify(signedBy(own, { key: own.key, revoked: true }))).toBe(
      `1: Signed by ${fingerprint}, which the archive says is revoked: the key was lost or stolen, and nothing that it signed counts.`,
    );
  });

  test('anew by somebody who exchanged its list of keys deceives only who takes keys from the site', async () => {
    const forged = signedBy(other, { key: other.key });
    expect(await runVerify(forged)).toMatch(/^0: Signed by \S+, a key that the archive names itself\. Anybody can/);
    const keys = keysOf(own.line);
    expect(await runVerify(forged, '--keys', keys)).toBe(
      `1: Signed by ${other.key.fingerprint}, a key that the archive names and ${keys} does not: its list of keys was exchanged, or the company has a new key. Ask the company.`,
    );
    expect(await runVerify(signedBy(other, { key: own.key }), '--keys', keys)).toBe(
      `1: Signed by ${other.key.fingerprint}, a key that ${keys} does not name.`,
    );
  });

  test('whose data were altered does not tell whether a key with an end still counted', async () => {
    const site = signedBy(own, { key: own.key, until: '2027-12-31' });
    writeFileSync(
      path.join(site, 'data/releases.json'),
      '{"version":1,"releases":[\n{"id":"a","date":"2020-07-30"}\n]}\n',
    );
    expect(await runVerify(site)).toMatch(/^1: Signed by \S+, but whether the key still counted cannot be told/);
  });

  test('is judged by ssh-keygen as by verify', () => {
    const check = (site: string, day: string) =>
      spawnSync(
        'sh',
        [
          '-c',
          `ssh-keygen -Y verify -f archive/allowed_signers -I asx-release-archive -n asx-release-archive -Overify-time=${day} -s SHA256SUMS.sig < SHA256SUMS`,
        ],
        { cwd: site },
      ).status;
    expect(check(signedBy(own, { key: own.key }), '20261120')).toBe(0);
    expect(check(signedBy(own, { key: own.key, until: '2026-11-20' }), '20261120')).toBe(0);
    expect(check(signedBy(own, { key: own.key, until: '2026-11-19' }), '20261120')).not.toBe(0);
    expect(check(signedBy(own, { key: own.key, revoked: true }), '20261120')).not.toBe(0);
    expect(check(signedBy(other, { key: own.key }), '20261120')).not.toBe(0);
    const altered = signedBy(own, { key: own.key });
    writeFileSync(path.join(altered, 'SHA256SUMS'), `${readFileSync(path.join(altered, 'SHA256SUMS'), 'utf8')}\n`);
    expect(check(altered, '20261120')).not.toBe(0);
  });

  test('leaves nothing beside a signature that cannot be written, which a build would refuse to replace', () => {
    const site = siteNaming({ key: own.key });
    // A folder in its place keeps it from it, as a full disk does.
    mkdirSync(path.join(site, 'SHA256SUMS.sig'));
    writeFileSync(path.join(site, 'SHA256SUMS.sig/x'), '');
    const keys = [{ revoked: false, key: own.key }];
    expect(() => signSite(site, { keyFile: own.file, keys, newest: undefined })).toThrow();
    expect(readdirSync(site).filter((name) => name.includes('.new'))).toEqual([]);
  });

  test('sign refuses a key that readers would not take, and a site that is not as listed, and writes nothing', async () => {
    const refused = async (site: string, keyFile: string): Promise<string> => {
      const error = await runSign(site, keyFile).catch((error: unknown) => error);
      expect(error).toBeInstanceOf(UsageError);
      expect(existsSync(path.join(site, 'SHA256SUMS.sig'))).toBe(false);
      return (error as UsageError).message; // just asked
    };
    expect(await refused(siteNaming({ key: other.key }), own.file)).toBe(
      `archive.yml does not name the key ${own.key.fingerprint}, so that nobody could know whose it is. Write under keys:\n  - key: ${own.key.line}\n    from: (the day since which it signs, for example 2026-11-20)`,
    );
    expect(await refused(siteNaming({ key: own.key, revoked: true }), own.file)).toMatch(
      / is revoked\. Sign with another one\.$/,
    );
    expect(await refused(siteNaming({ key: own.key, until: '2026-11-19' }), own.file)).toMatch(
      /signs until 2026-11-19, and the newest release is later/,
    );
    const rsa = path.join(folderWith({}), 'rsa');
    execFileSync('ssh-keygen', ['-q', '-t', 'rsa', '-b', '2048', '-N', '', '-f', rsa]);
    expect(await refused(siteNaming({ key: own.key }), rsa)).toMatch(/is no Ed25519 key/);
    const noKey = path.join(folderWith({ words: 'no key\n' }), 'words');
    chmodSync(noKey, 0o600);
    expect(await refused(siteNaming({ key: own.key }), noKey)).toMatch(/^ssh-keygen could not sign with .*words: /);
    const altered = siteNaming({ key: own.key });
    writeFileSync(path.join(altered, 'index.html'), 'other');
    expect(await runSign(altered, own.file)).toEqual({
      exit: 1,
      out: '',
      said: 'index.html: differs from its checksum\nNothing was signed, because of 1 fault. Build the site again.\n',
    });
  });

  test('a key that is refused before the list is read is told of in words', () => {
    // More than a pipe holds, so that nobody has taken it when ssh-keygen ends.
    const site = folderWith({ SHA256SUMS: `${'0'.repeat(64)}  index.html\n`.repeat(20_000), words: 'no key\n' });
    const keyFile = path.join(site, 'words');
    chmodSync(keyFile, 0o600);
    expect(() => signSite(site, { keyFile, keys: [], newest: undefined })).toThrow(
      /^ssh-keygen could not sign with .*words: /,
    );
  });
});
