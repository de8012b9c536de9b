import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeDraft } from '../../src/drafts/write-draft.ts';
import { folderWith } from '../support/releases-folder.ts';

const draft = (body: string) => ({ title: 'First tin', draft: true, body });
const read = (root: string, name: string): string => readFileSync(path.join(root, '2020', name), 'utf8');

test('of several who write one draft at once one writes it, and the others find it there', async () => {
  for (let round = 0; round < 20; round++) {
    const root = folderWith({});
    const original = { name: 'tin.txt', bytes: Buffer.from('First tin\n'.repeat(20_000)) };
    const made = Array.from({ length: 6 }, () => writeDraft(root, '2020/tin', draft('Tin.'), { original }));
    const written = await Promise.all(made);
    expect(written.filter(Boolean)).toHaveLength(1);
    expect(readdirSync(path.join(root, '2020')).toSorted()).toEqual(['tin.md', 'tin.txt']);
    expect(read(root, 'tin.txt')).toBe(original.bytes.toString());
    expect(read(root, 'tin.md')).toContain('Tin.');
  }
});

test('of several who write another draft under one name at once one writes it whole, and the others are told', async () => {
  for (let round = 0; round < 20; round++) {
    const root = folderWith({});
    const texts = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(200_000));
    const made = await Promise.allSettled(texts.map((text) => writeDraft(root, '2020/tin', draft(text), {})));
    const failed = made.filter((one) => one.status === 'rejected');
    expect(failed).toHaveLength(3);
    for (const { reason } of failed) expect(reason).toMatchObject({ code: 'EEXIST' });
    expect(readdirSync(path.join(root, '2020'))).toEqual(['tin.md']);
    expect(texts.filter((text) => read(root, 'tin.md').includes(text))).toHaveLength(1);
  }
});

test('what a killed import has left of a draft is cleared away, and what another is writing is not', async () => {
  const gone = '.tin.md.999999999-1.part';
  const written = `.tin.md.${process.ppid}-1.part`;
  const root = folderWith({
    [`2020/${gone}`]: 'half',
    [`2020/${written}`]: 'half',
    '2020/.gold.md.999999999-1.part': '',
  });
  writeFileSync(path.join(root, '2020/.DS_Store'), '');
  await writeDraft(root, '2020/tin', draft('Tin.'), {});
  expect(readdirSync(path.join(root, '2020')).toSorted()).toEqual(['.DS_Store', written, 'tin.md'].toSorted());
});
