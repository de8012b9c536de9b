import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareQuery } from '../../src/search/query.ts';
import { headlineScore } from '../../src/search/rank.ts';
import { openIndex, type OpenIndex } from './open-index.ts';
import { record } from './records.ts';

describe('headlineScore()', () => {
  const score = (query: string, headline: string) => headlineScore(prepareQuery(query), headline);

  test('is 1 for the headline itself, however it is typed, and 0 for one that holds no word', () => {
    expect(score('placement of $12.5m to fund pilot-plant', 'Placement of A$12.5 million to fund pilot plant')).toBe(1);
    expect(score('placement', 'Drilling begins')).toBe(0);
  });

  test.each([
    ['that holds more of the words', 'gold assays', 'Gold assays at depth', 'Gold found at depth'],
    ['that is shorter', 'gold assays', 'Gold assays at depth', 'Gold assays at depth in the north'],
    ['that begins with them', 'gold assays', 'Gold assays at depth', 'North: gold assays depth'],
    ['that holds them in their order', 'gold assays', 'Gold in assays at depth', 'Assays in gold at depth'],
    ['that holds the amount', 'placement $12.5m', 'Placement of A$12.5 million', 'Placement of A$13.5 million'],
  ])('is higher for a headline %s', (_, query, better, worse) => {
    expect(score(query, better)).toBeGreaterThan(score(query, worse));
  });
});

describe('a search by words and an amount', () => {
  const bodies = Array.from({ length: 15 }, (_, at) =>
    record({
      id: `body-${at}`,
      title: `Quarterly report ${at}`,
      html: '<p>The contract is valued at $6m; the company wins. Valued at $6m, wins, valued, $6m.</p>',
    }),
  );
  let index: OpenIndex;
  beforeAll(async () => {
    const wanted = record({ id: 'wanted', title: 'Company wins contract valued at nearly $6M', html: '<p>Terms.</p>' });
    index = await openIndex([...bodies, wanted]);
  });
  afterAll(() => index.close());

  test('finds the headline that holds them before texts that do', async () => {
    expect((await index.find('valued wins $6M'))[0]).toBe('wanted');
  });

  test('leads to the next results in one order, however many are shown', async () => {
    const ten = await index.find('valued wins', 10);
    expect((await index.find('valued wins', 20)).slice(0, 10)).toEqual(ten);
  });
});

test('a headline that is asked for comes first among more than ten that hold its words', async () => {
  const others = Array.from({ length: 14 }, (_, at) =>
    record({
      id: `other-${at}`,
      title: `Drilling update for the north pit, hole ${at}, and its surroundings`,
      html: '<p>Drilling update of the north pit.</p>',
    }),
  );
  const wanted = record({ id: 'wanted', title: 'Drilling update, north pit', html: '<p>Core was cut.</p>' });
  const index = await openIndex([...others, wanted]);
  const [first] = await index.find('drilling update north pit');
  await index.close();
  expect(first).toBe('wanted');
});
