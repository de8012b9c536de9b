import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { oddFiles } from '../hostile/odd-files.ts';
import { buildSite } from '../support/build.ts';
import { articleText, parseHtml, readableText } from '../support/html.ts';

const folder = mkdtempSync(join(tmpdir(), 'odd-built-'));
const releases = join(folder, 'releases');
const out = join(folder, 'dist');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('odd but honest files become pages, to the letter, and their sources stay to the byte', async () => {
  const odd = oddFiles.flatMap(({ make, becomes }) => ('id' in becomes ? [{ make, ...becomes }] : []));
  for (const { make } of odd) make(releases);
  const { status, output } = await buildSite({ RELEASES_DIR: releases, OUT_DIR: out });
  expect(status, output).toBe(0);
  for (const { id, text } of odd) {
    const html = readFileSync(join(out, 'releases', id, 'index.html'), 'utf8');
    const body = parseHtml(html).querySelector('article .body');
    if (text === '') expect(articleText(html)).toContain('No text of this release is recorded.');
    // Not by the assertion's own comparison, which would print megabytes.
    else expect(body !== null && readableText(body).replace(/\n/g, ' ') === text.replace(/\n/g, ' '), id).toBe(true);
    expect(html.includes('\ufffd'), id).toBe(false);
    const source = (root: string) => readFileSync(join(root, `${id}.md`));
    expect(source(join(out, 'releases')).equals(source(releases)), id).toBe(true);
  }
});

test('a folder that is empty today and was full yesterday takes no site down, unless ALLOW_EMPTY says so', async () => {
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  cpSync(out, join(folder, 'yesterday'), { recursive: true });
  const refused = await buildSite({ RELEASES_DIR: empty, OUT_DIR: join(folder, 'yesterday') });
  expect(refused.status).toBe(2);
  expect(refused.output).toMatch(
    /There is nothing to publish in ".*empty", and .*yesterday holds a site of \d+ releases, which would be lost\. See whether RELEASES_DIR names the right folder; where all of them are really to go, set ALLOW_EMPTY=1\./,
  );
  expect(existsSync(join(folder, 'yesterday/releases/2020/tabs/index.html'))).toBe(true);
  const allowed = await buildSite({ RELEASES_DIR: empty, OUT_DIR: join(folder, 'yesterday'), ALLOW_EMPTY: '1' });
  expect(allowed.status, allowed.output).toBe(0);
  expect(existsSync(join(folder, 'yesterday/releases/2020/tabs/index.html'))).toBe(false);
});
