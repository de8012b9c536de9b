import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { programDigest } from '../../src/build/program-digest.ts';

const program = mkdtempSync(join(tmpdir(), 'program-'));
afterAll(() => rmSync(program, { recursive: true, force: true }));
const digest = (): string => programDigest(undefined, join(program, 'src'));
const write = (name: string, text: string): void => writeFileSync(join(program, name), text);

test('programDigest() is another for each change of a page, a picture or a dependency, and for no other', () => {
  for (const name of ['src/pages', 'public', 'releases']) mkdirSync(join(program, name), { recursive: true });
  write('src/pages/a.astro', '<p>one</p>');
  write('public/icon.svg', '<svg/>');
  write('package-lock.json', '{}');
  const first = digest();
  write('releases/a.md', 'A release is no part of the program.');
  expect(digest()).toBe(first);
  const changes = [
    () => write('src/pages/a.astro', '<p>two</p>'),
    () => renameSync(join(program, 'src/pages/a.astro'), join(program, 'src/pages/b.astro')),
    () => write('public/icon.svg', '<svg></svg>'),
    () => write('package-lock.json', '{"a":1}'),
  ];
  const digests = changes.map((change) => {
    change();
    return digest();
  });
  expect(new Set([first, ...digests]).size).toBe(5);
});
