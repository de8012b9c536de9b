import { expect, test } from 'vitest';
import { garbled } from '../../src/release/garbled.ts';
import { headlineMarkup } from '../../src/release/headline-markup.ts';

test.each([
  ['The companyâ€™s plan', 'The text has "â€™" where "’" is meant: it was read in the wrong encoding.'],
  ['A cafÃ© at 5Â°C', 'The text has "Ã©" where "é" is meant: it was read in the wrong encoding.'],
  ['Â£5 million', 'The text has "Â£" where "£" is meant: it was read in the wrong encoding.'],
  [
    'the company\ufffds plan',
    '"he company�s plan" holds the sign � in the place of a character that was lost on the way.',
  ],
  [
    'See Error! Reference source not found. below',
    '"Error! Reference source not found" is what Word or Excel writes where a reference or a formula has failed.',
  ],
  [
    'as the company?s plan has it',
    '"company?s" holds a question mark in the place of an apostrophe that was lost on the way.',
  ],
  [
    'Resolution 1 \uf0fe carried',
    '"\\uf0fe" is a sign of a font such as Wingdings, in whose place other fonts show an empty box.',
  ],
  [
    '\uf0b7 Revenue rose\n\n\uf0b7 Costs fell',
    '"\\uf0b7" is a sign of a font such as Wingdings, in whose place other fonts show an empty box.',
  ],
  ['| Cash | #REF! |', '"#REF!" is what Word or Excel writes where a reference or a formula has failed.'],
])('garbled() tells what was lost in %j', (text, message) => {
  expect(garbled(text)).toMatchObject({ rule: 'text-garbled', message });
});

// Words of Portuguese, French, Vietnamese and Romanian, a hashtag, and signs of money.
test.each([
  '“EXPANSÃO”',
  'A MANHÃ – NÃO',
  'âge, bâtiment',
  'Hà Nội, Ân',
  'România',
  '#REFERENCE',
  '£5, €6, 5°C',
  'Why?s',
  'https://x.com/a?s=2 is it',
  'Is it ours?d',
  '\uf0b7 One\n\uf0b7 Two',
])('garbled() takes %j as it is', (text) => {
  expect(garbled(text)).toBeUndefined();
});

test.each([
  ['Q&amp;A', '"&amp;" is HTML for "&", and this value is shown as it is written.', 'Write "&" itself.'],
  ['Board&#8217;s plan', '"&#8217;" is HTML for "’", and this value is shown as it is written.', 'Write "’" itself.'],
  [
    'CO<sub>2</sub> plan',
    '"<sub>" is HTML, and this value is shown as it is written.',
    'Take the signs out, and leave the words; small figures have characters of their own, such as CO₂ and m².',
  ],
  [
    '**Halt**',
    '"**Halt**" is Markdown, and this value is shown as it is written.',
    'Take the signs out, and leave the words; small figures have characters of their own, such as CO₂ and m².',
  ],
  ['R&foo; costs &#8217;', '"&#8217;" is HTML for "’", and this value is shown as it is written.', 'Write "’" itself.'],
  ['It&#146;s', '"&#146;" is HTML for "’", and this value is shown as it is written.', 'Write "’" itself.'],
  ['It&#x92;s', '"&#x92;" is HTML for "’", and this value is shown as it is written.', 'Write "’" itself.'],
  ['5&nbsp;kg', '"&nbsp;" is HTML for " ", and this value is shown as it is written.', 'Write " " itself.'],
])('headlineMarkup() tells of %j', (value, message, hint) => {
  expect(headlineMarkup(value)).toEqual({ rule: 'markup-in-value', message, hint });
});

test.each([
  'R&D; plan',
  '5&#129;',
  'Grades < 5 g/t and > 1',
  'A * B ** C',
  '[Amended] Notice (2 of 3)',
  '<Name withheld>',
])('headlineMarkup() takes %j as it is', (value) => {
  expect(headlineMarkup(value)).toBeUndefined();
});
