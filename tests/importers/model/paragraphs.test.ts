import { expect, test } from 'vitest';
import { paragraphsOf } from '../../../src/importers/model/paragraphs.ts';

// As wide as a mail program makes its lines, three of them, so that the text counts as wrapped.
const FULL = 'Example Minerals Limited has begun to sell nickel of its first mine';

test('paragraphsOf() joins a line whose next word would not have fitted, and keeps short lines apart', () => {
  expect(paragraphsOf(`${FULL}\n${FULL}\n${FULL}\n\nLevel 12\n1 Example Street`)).toEqual([
    [`${FULL} ${FULL} ${FULL}`],
    ['Level 12', '1 Example Street'],
  ]);
});

test('paragraphsOf() measures the next line’s word without the space before it', () => {
  const address = `1 Example Street, Exampleton, New South Wales, 2000, Austr`;
  expect(paragraphsOf(`${FULL}\n${FULL}\n${FULL}\n\n${address}\n      Fax`).at(-1)).toEqual([address, 'Fax']);
});
