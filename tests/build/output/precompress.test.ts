import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { precompress } from '../../../src/build/output/precompress.ts';

test('precompress() writes .br and .gz beside text files that become smaller, and beside no others', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'precompress-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, 'a'));
  const text = 'Gold was poured. '.repeat(200);
  await writeFile(join(folder, 'a/index.html'), text);
  await writeFile(join(folder, 'a/tiny.txt'), 'x');
  await writeFile(join(folder, 'a/picture.png'), text);
  await precompress(folder);
  expect((await readdir(join(folder, 'a'))).toSorted()).toEqual([
    'index.html',
    'index.html.br',
    'index.html.gz',
    'picture.png',
    'tiny.txt',
  ]);
  const gz = await readFile(join(folder, 'a/index.html.gz'));
  expect(brotliDecompressSync(await readFile(join(folder, 'a/index.html.br'))).toString()).toBe(text);
  expect(gunzipSync(gz).toString()).toBe(text);
  // No time and no system, so that the same text is the same file everywhere.
  expect([...gz.subarray(4, 8), gz[9]]).toEqual([0, 0, 0, 0, 255]);
});
