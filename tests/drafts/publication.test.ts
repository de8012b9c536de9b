import { expect, test } from 'vitest';
import { publication } from '../../src/drafts/publication.ts';
import { parseRelease } from '../../src/release/parse.ts';
import type { WholeRelease } from '../../src/release/schema.ts';
import { release } from '../support/releases-folder.ts';

function draft(id: string, fields: Readonly<Record<string, string>> = {}, body = 'The text.'): WholeRelease {
  const { release: read } = parseRelease('', release({ draft: 'true', ...fields }, body), id);
  if (!read) throw new Error('The draft is wrong.');
  return read;
}

test('publication() leaves a draft where it is that is named by its date and headline', () => {
  const was = draft('2020/2020-07-30-first-metal-produced-2', { attachments: '2020-07-30-first-metal-produced-2.pdf' });
  const files = new Map([['2020/2020-07-30-first-metal-produced-2.pdf', 9]]);
  const { id, text, moves } = publication(was, files, () => true);
  expect({ id, moves }).toEqual({ id: was.id, moves: [] });
  expect(text).not.toContain('draft');
});

test('publication() moves what the draft names, and renames what is named like it', () => {
  const was = draft(
    'undated/metal',
    { attachments: '[metal.pdf, plan.pdf]' },
    '![Core](metal-1.png) and [plan](plan.pdf)',
  );
  const files = new Map(
    ['undated/metal.pdf', 'undated/metal-1.png', 'undated/plan.pdf', 'undated/other.pdf'].map((name) => [name, 9]),
  );
  const { id, text, moves } = publication(was, files, () => false);
  expect(id).toBe('2020/2020-07-30-first-metal-produced');
  expect(moves).toEqual([
    { from: 'undated/metal-1.png', to: '2020/2020-07-30-first-metal-produced-1.png' },
    { from: 'undated/metal.pdf', to: '2020/2020-07-30-first-metal-produced.pdf' },
    { from: 'undated/plan.pdf', to: '2020/plan.pdf' },
  ]);
  expect(text).toContain('  - 2020-07-30-first-metal-produced.pdf\n  - plan.pdf\n');
  expect(text).toContain('![Core](2020-07-30-first-metal-produced-1.png) and [plan](plan.pdf)');
});

test('publication() goes on with the release that an attempt before has written', () => {
  const was = draft('undated/metal');
  const first = publication(was, new Map(), () => false);
  const written = new Map([[first.id, first.text]]);
  expect(publication(was, new Map(), (id, text) => written.has(id) && written.get(id) !== text).id).toBe(first.id);
  expect(publication(was, new Map(), (id) => written.has(id)).id).toBe(`${first.id}-2`);
});
