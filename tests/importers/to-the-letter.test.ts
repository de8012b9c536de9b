import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeDraft } from '../../src/importers/draft.ts';
import { wordsOf } from '../../src/importers/model/words.ts';
import { importText } from '../../src/importers/import-text.ts';
import { formatRelease } from '../../src/release/format.ts';
import { parseRelease } from '../../src/release/parse.ts';
import { renderedText } from './rendered.ts';

const piece = fc.constantFrom(
  'Metal',
  'gold',
  '7.6',
  'kg',
  '“Good',
  'news”',
  '•',
  '-',
  '1.',
  '2)',
  '# 3',
  '*',
  '_x_',
  '<b>',
  '&amp;',
  '[a](b)',
  '|',
  '---',
  '```',
  '>',
  'HIGHLIGHTS',
  'https://x.example/a_b',
  'Date:',
  '30 July 2020',
  '\t',
  '    ',
  '\n',
  '\n',
  '\n\n',
  '\n\n',
);
const document = fc.array(piece, { minLength: 1, maxLength: 40 }).map((parts) => parts.join(' '));

test('a release made of any text has no error, and shows every word of it', () => {
  fc.assert(
    fc.property(document, (text) => {
      const { draft } = makeDraft(importText(text), 'note.txt', { code: ['XMX'] }, { today: '2026-11-23' });
      const parsed = parseRelease('x.md', formatRelease(draft));
      const release = parsed.release ?? parsed.draft;
      expect(parsed.problems.filter(({ rule }) => rule !== 'draft-without-date')).toEqual([]);
      // The headline stands in its field; a line of signs alone only parts what stands above and below it.
      const shown = `${release?.title}\n${renderedText(release?.body ?? '')}`;
      expect(wordsOf(text).filter((word) => !wordsOf(shown).includes(word))).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});
