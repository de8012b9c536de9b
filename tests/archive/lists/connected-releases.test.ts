import { expect, test } from 'vitest';
import { connectedReleases } from '../../../src/archive/lists/connected-releases.ts';
import { parseRelease } from '../../../src/release/parse.ts';
import type { Release } from '../../../src/release/schema.ts';

function releases(links: Readonly<Record<string, readonly string[]>>): Release[] {
  return Object.entries(links).map(([id, related]) => {
    const lines = related.map((other) => `  - ${other}\n`).join('');
    const text = `---\ntitle: "T"\ncode: XMX\ndate: 2020-07-30\n${lines && `related:\n${lines}`}---\n`;
    const { release } = parseRelease(`${id}.md`, text);
    if (!release) throw new Error(`${id} does not parse.`);
    return release;
  });
}
const idsOf = (links: Readonly<Record<string, readonly string[]>>) => {
  const found = connectedReleases(releases(links), (release) => release.related ?? []);
  return Object.fromEntries([...found].map(([id, members]) => [id, members.map((member) => member.id).join(' ')]));
};

test('connectedReleases() joins releases whichever names the other, over any number of steps, in the given order', () => {
  expect(idsOf({ a: [], b: ['a'], c: [], d: ['b', 'c'], e: [] })).toEqual({
    a: 'a b c d',
    b: 'a b c d',
    c: 'a b c d',
    d: 'a b c d',
  });
});

test('connectedReleases() leaves out names of releases that are not there, and a release that names itself', () => {
  expect(idsOf({ a: ['x'], b: ['b'] })).toEqual({});
});

test('connectedReleases() shows of a matter of more than 30 releases only what is joined directly', () => {
  const many = Object.fromEntries(Array.from({ length: 31 }, (_, n) => [`r${n}x`, n === 0 ? [] : [`r${n - 1}x`]]));
  const found = idsOf(many);
  expect(found['r0x']).toBe('r0x r1x');
  expect(found['r15x']).toBe('r14x r15x r16x');
  delete many['r30x'];
  expect(idsOf(many)['r0x']?.split(' ').length).toBe(30);
});
