import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { builtSite } from '../support/site.ts';
import { pathsBelow } from '../support/tree.ts';

// What 0.1.0 published of the sample archive. Others hold these addresses and ids: a version that loses one breaks every archive.

const former = (name: string): string[] =>
  readFileSync(path.join(import.meta.dirname, '../fixtures/first-version', name), 'utf8')
    .trim()
    .split('\n');

test('every address that 0.1.0 published is there', () => {
  const site = builtSite();
  const now = new Set(pathsBelow(site).map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`));
  expect(former('addresses.txt').filter((address) => !now.has(address))).toEqual([]);
});

test('every entry of 0.1.0’s feeds has its id, so that no reader shows it as new', () => {
  const site = builtSite();
  const feeds = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('feed.json'));
  const ids = feeds.flatMap((name) => {
    const feed = JSON.parse(readFileSync(path.join(site, name), 'utf8')) as { items: { id: string }[] }; // ours
    return feed.items.map(({ id }) => id);
  });
  expect(former('feed-ids.txt').filter((id) => !ids.includes(id))).toEqual([]);
});
