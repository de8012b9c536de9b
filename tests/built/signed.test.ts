import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { verify } from '../../src/cli/verify.ts';
import { testContext } from '../cli/test-context.ts';
import { buildSite } from '../support/build.ts';
import { parseHtml, readableText } from '../support/html.ts';
import { folderWith, release } from '../support/releases-folder.ts';
import { builtPage } from '../support/site.ts';

test('/archive/ says plainly that nobody signs an archive without keys', async () => {
  const page = await builtPage('/archive/');
  expect(page.querySelector('#signature + p')?.textContent).toBe('This archive names no key, so nobody signs it.');
});

const hasSshKeygen = spawnSync('ssh-keygen', ['-?']).error === undefined;

describe.runIf(hasSshKeygen)('a build with SIGNING_KEY', () => {
  test('is verified by ssh-keygen alone with the command of its page, and refuses a key that nobody knows', async () => {
    const folder = folderWith({
      'releases/2026/a.md': release({ date: '2026-11-20 09:15' }),
      'releases/2020/b.md': release(),
    });
    const key = path.join(folder, 'key');
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
    const out = path.join(folder, 'out');
    const settings = { RELEASES_DIR: path.join(folder, 'releases'), OUT_DIR: out, SIGNING_KEY: key };
    const refused = await buildSite(settings);
    expect([refused.status, existsSync(out)]).toEqual([2, false]);
    expect(refused.output).toContain('archive.yml does not name the key SHA256:');

    const line = readFileSync(`${key}.pub`, 'utf8').trim();
    writeFileSync(
      path.join(folder, 'releases/archive.yml'),
      `keys:\n  - key: ${line}\n    from: 2026-01-01\n    until: 2026-11-20\n`,
    );
    const built = await buildSite(settings);
    expect(built.status, built.output).toBe(0);
    const fingerprint =
      execFileSync('ssh-keygen', ['-l', '-f', `${key}.pub`], { encoding: 'utf8' }).split(' ')[1] ?? '';
    expect(built.output).toContain(`Signed by the key ${fingerprint}.`);

    // What a reader does who has nothing but the page and ssh-keygen.
    const page = parseHtml(readFileSync(path.join(out, 'archive/index.html'), 'utf8'));
    const command = page.querySelector('[aria-label="Command for the signature"]')?.textContent ?? '';
    expect(readableText(page.querySelector('.keys') ?? page.body)).toContain(fingerprint);
    expect(page.querySelector('a[href="/archive/allowed_signers"]')).not.toBeNull();
    const reader = folderWith({});
    for (const name of ['SHA256SUMS', 'SHA256SUMS.sig', 'archive/allowed_signers'])
      cpSync(path.join(out, name), path.join(reader, path.basename(name)));
    const check = () => spawnSync('sh', ['-c', command], { cwd: reader, encoding: 'utf8' });
    expect(check()).toMatchObject({
      status: 0,
      stdout: `Good "asx-release-archive" signature for asx-release-archive with ED25519 key ${fingerprint}\n`,
    });
    writeFileSync(
      path.join(reader, 'SHA256SUMS'),
      readFileSync(path.join(reader, 'SHA256SUMS'), 'utf8').replace(/^./, 'x'),
    );
    expect(check().status).not.toBe(0);

    const context = testContext('/');
    expect(await verify([out, '--keys', `${key}.pub`], context), context.read().out).toBe(0);
    expect(context.read().out).toContain(`Signed by ${fingerprint}, which ${key}.pub names.`);

    // The key's last day is that of the newest release; one more release is past it.
    writeFileSync(path.join(folder, 'releases/2026/c.md'), release({ date: '2026-11-21 09:15' }));
    const late = await buildSite(settings);
    expect(late.output).toContain('signs until 2026-11-20, and the newest release is later');
    expect(late.status).toBe(2);
  });
});
