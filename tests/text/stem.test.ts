import { afterAll, expect, test } from 'vitest';
import { readReleases } from '../../src/archive/read/read-releases.ts';
import { askPagefind, closePagefind } from '../../src/pagefind-index/ask-pagefind.ts';
import { foldWord, tokenize } from '../../src/search/record/words.ts';
import { stem } from '../../src/text/stem.ts';
import { sampleArchive } from '../support/sample-archive.ts';

afterAll(closePagefind);

// Words in which the algorithm and its exceptions come to the fore, and all words of the sample.
const difficult =
  'generously communication arsenal emergency organization universities pasting paste past later international ' +
  'dying lying vying skies idly gently early only news atlas evening innings outing proceed exceeded succeeding ' +
  'added egging hopping hoping falling agreed feed agreedly rational conditionally biologist apology callously ' +
  'happy say enjoy ties cries gaps gas kiwis this rates controllable rolling relevance adjustment adoption ' +
  'vietnamization predication operator feudalism decisiveness hopefulness formality sensitivity sensibility ' +
  'electrical electricity goodness formative triplicate formalize irritant dependent y yes young';

test('stem() finds the stem that the index holds, of every word', async () => {
  const { releases } = readReleases(sampleArchive(), '');
  const texts = releases.map(({ title, body }) => `${title} ${body}`).join(' ');
  const words = [...new Set(tokenize(`${difficult} ${texts}`).map(foldWord))].filter((word) => /^[a-z]+$/.test(word));
  const { found } = await askPagefind(words);
  expect(words.length).toBeGreaterThan(1_200);
  for (const [at, word] of words.entries()) expect(stem(word), word).toBe(found[at]?.[0]?.term.stem);
});
