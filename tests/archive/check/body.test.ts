import { expect, test } from 'vitest';
import { checkArchive } from '../../../src/archive/check/check-archive.ts';
import { readReleases } from '../../../src/archive/read/read-releases.ts';
import { config } from '../../../src/config.ts';
import { folderWith, NOW, release } from '../../support/releases-folder.ts';

/** What check says of a text: rule, message and hint. */
function told(body: string): string[] {
  const problems = checkArchive(
    readReleases(folderWith({ 'a.md': release({}, body), 'a.gif': 'GIF89a' }), ''),
    NOW,
    config.advice,
  );
  return problems.filter(({ file }) => file === 'a.md').map(({ rule, message, hint }) => `${rule}: ${message} ${hint}`);
}

const RUN_ON = 'Put an ordinary space where the address ends, or write it between < and >.';

test('checkArchive() says where an address that stands by itself runs into the next word', () => {
  expect(told('Visit\u00a0www.example.com\u00a0for more, or call https://example.com02.9999.0000 now.')).toEqual([
    `link-dead: "https://example.com02.9999.0000" is read as one web address, which leads nowhere; the page shows it without a link. ${RUN_ON}`,
    `link-dead: "www.example.com\\u00a0for" is read as one web address, which leads nowhere; the page shows it without a link. ${RUN_ON}`,
  ]);
});

test('checkArchive() passes over a dead link of which the page shows nothing, and names one around a picture', () => {
  expect(told('A [](#) word []() and [ ](nowhere) more.')).toEqual([]);
  expect(told('[![The pit](a.gif)](nowhere.pdf)')[0]).toContain('link-dead: The link to "nowhere.pdf" leads nowhere');
});

test.each(['<Chart of prices>', '<<<Chart of prices>>>', '<End>', '<Unit 2B>'])(
  'checkArchive() takes %s for a text in brackets, which the page shows as it is',
  (body) => expect(told(`See ${body} below.`)).toEqual([]),
);

test.each(['<center>', '<FONT color=red>', '<iframe src="x">', '<my-chart>', '<!-- a remark -->', '<thing class="x">'])(
  'checkArchive() says that %s is shown as text',
  (tag) => expect(told(`See ${tag} below.`)[0]).toContain('is HTML; the page shows it as text.'),
);

test('checkArchive() names the sign of which a control character is a part', () => {
  expect(told('The company\u00e2\u0080\u0099s mine.')).toEqual([
    'control-character-in-text: The text has "â\\u0080\\u0099" where "’" is meant: it was read in the wrong encoding, and pages and feeds leave a part of it out. Write "’" here and in the other places, or take the text from its source again, as UTF-8.',
  ]);
  expect(told('Nestl\u00c3\u0089 and more')[0]).toContain('where "É" is meant');
  expect(told('One page\u000cand the next.')).toEqual([
    'control-character-in-text: The text holds a control character ("\\f"), which readers cannot see; pages and feeds leave it out. Delete it; text copied from a PDF often holds form feeds between pages.',
  ]);
});

test('checkArchive() says what may become of a picture that is kept elsewhere', () => {
  expect(told('![A chart](https://example.com/a.png)')).toEqual([
    'image-elsewhere: The picture "https://example.com/a.png" is kept elsewhere; the page leads to it and does not load it. Save the picture beside the release and write its name alone; where it cannot be had any more, take out the ! before the bracket, so that it is a link, or the whole line.',
  ]);
});

const WORDS =
  'Say in the square brackets what the picture shows, its figures too: ![Copper production rose from 10 to 12 kt](chart.png).';

test.each([
  ['![](a.gif)', 'The picture "a.gif" has no words for those who cannot see it.'],
  ['![a.gif](a.gif)', 'The words "a.gif" do not say what the picture shows to those who cannot see it.'],
  ['![Chart 2](a.gif)', 'The words "Chart 2" do not say what the picture shows to those who cannot see it.'],
  ['![IMG_0042.jpg](a.gif)', 'The words "IMG_0042.jpg" do not say what the picture shows to those who cannot see it.'],
  ['![.](a.gif)', 'The words "." do not say what the picture shows to those who cannot see it.'],
  ['![DSC_0012](a.gif)', 'The words "DSC_0012" do not say what the picture shows to those who cannot see it.'],
  [
    '![WhatsApp Image 2024-10-14 at 09.15.22](a.gif)',
    'The words "WhatsApp Image 2024-10-14 at 09.15.22" do not say what the picture shows to those who cannot see it.',
  ],
])('checkArchive() says of %s that its words tell nothing', (body, message) => {
  expect(told(body)).toEqual([`picture-without-words: ${message} ${WORDS}`]);
});

test.each([
  'Figure 3.',
  'A picture of the chart',
  'chart image',
  'TODO',
  'tbc',
  'Insert picture description here',
  'No photo description available.',
  'Image may contain: text',
  'placeholder',
  'x',
])('checkArchive() says of the words %j that they tell nothing', (words) => {
  expect(told(`![${words}](a.gif)`)).toHaveLength(1);
});

test.each([
  'Map of the pit',
  'Figure 3: copper by quarter',
  'Chart of production',
  'The 2024 drill holes',
  'Company logo',
])('checkArchive() takes the words %j of a picture', (words) => {
  expect(told(`![${words}](a.gif)`)).toEqual([]);
});

test('checkArchive() says which place of a text a link does not find', () => {
  const text = '# Results\n\n## Half-year results\n\nProfit[^1] rose.\n\n[^1]: Unaudited.\n\n';
  expect(told(`${text}[a](#half-year-results) [b](#results) [c](#top) [d](a.md#results)`)).toEqual([]);
  expect(told(`${text}[a](#half-year-result)`)).toEqual([
    'link-dead: The link to "#half-year-result" leads to a place that the text does not have. Did you mean #half-year-results?',
  ]);
  expect(told(`${text}[a](#outlook-and-guidance)`)).toEqual([
    'link-dead: The link to "#outlook-and-guidance" leads to a place that the text does not have. Link to a heading by its words, in small letters with hyphens: ## Half-year results is #half-year-results.',
  ]);
  expect(told(`${text}[a](a.md#Results)`)).toEqual([
    'link-dead: The link to "a.md#Results" leads to a place that the text of that release does not have. Did you mean a.md#results?',
  ]);
});
