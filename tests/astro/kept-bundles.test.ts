import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { forgetUnused, MAKING, markUsed } from '../../src/astro/kept-bundles.ts';
import { folderWith } from '../support/releases-folder.ts';

test('bundled pages go when no build has taken them for a week, and half-made ones when their build has ended', () => {
  const half = `${MAKING}${process.pid}`;
  // No process has this number.
  const killed = `${MAKING}4194305`;
  const root = folderWith({ 'used/x': '', 'old/x': '', 'new/x': '', [`${half}/x`]: '', [`${killed}/x`]: '' });
  const past = new Date(Date.now() - 8 * 24 * 60 * 60 * 1000);
  for (const name of ['used', 'old']) utimesSync(join(root, name), past, past);
  markUsed(join(root, 'used'));
  forgetUnused(root);
  expect(readdirSync(root).toSorted()).toEqual([half, 'new', 'used']);
  markUsed(join(root, 'not-there'));
});
