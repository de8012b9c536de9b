import { expect, test } from 'vitest';
import { proofread } from '../../src/release/proofread/proofread.ts';

const told = (body: string): string[] =>
  proofread(body).map(({ line, rule, message }) => `${line} ${rule}: ${message}`);

const faults: [body: string, message: string][] = [
  [
    '##Results\n\nText.',
    '1 heading-not-read: "##Results" is not read as a heading, since no space follows the signs #.',
  ],
  ['#Next steps', '1 heading-not-read: "#Next steps" is not read as a heading, since no space follows the sign #.'],
  [
    'Text.\n\n- Metal[^a]',
    '3 note-missing: "[^a]" is the mark of a footnote, but the text has no such note; the page shows the characters as typed.',
  ],
  [
    'See [it] (https://example.com/a).',
    '1 space-in-target: "[it] (https://example.com/a)" is not read as a link; the page shows the characters as typed.',
  ],
  [
    'Highlights\n•\tRevenue rose\n•\tCosts fell',
    '2 points-run-together: Lines that begin with "•" are not read as a list; the page runs them together into one paragraph.',
  ],
  ['Highlights:\n· Revenue rose\n· Costs fell', '2 points-run-together: Lines that begin with "·" are'],
  ['\uf0b7 Revenue rose\n\uf0b7 Costs fell', '1 points-run-together: Lines that begin with "\\uf0b7" are'],
  ['- Revenue rose\n-Costs fell', '2 points-run-together: Lines that begin with "-" are not read as a list'],
  ['o\tRevenue rose\no\tCosts fell', '1 points-run-together: Lines that begin with "o" are'],
  ['– Revenue rose\n– Costs fell', '1 points-run-together: Lines that begin with "–" are'],
  ['(a) first\n(b) second', '1 points-run-together: Lines that begin with "(a)" are'],
  ['> • one\n> • two', '1 points-run-together: Lines that begin with "•" are'],
  [
    'Hole\tFrom\tTo\nSC1\t10\t20',
    '1 columns-lost: These lines are rows with tabs between their columns; the page shows each tab as one space and runs the lines together.',
  ],
  [
    'Hole    From    To\nSC1     10      20',
    '1 columns-lost: These lines keep their columns apart by spaces; the page shows one space and runs the lines together.',
  ],
  ['2. Second\nHole\tFrom\nSC1\t10', '2 columns-lost: These lines are rows with tabs'],
  [
    '| a | b | c |\n| - | - |\n| 1 | 2 | 3 |',
    '1 table-not-read: These lines are not read as a table, since the first has 3 cells and the line of hyphens 2; the page runs them together.',
  ],
  [
    '| a | b |\n| 1 | 2 |',
    '1 table-not-read: These lines look like a table but are not read as one; the page runs them together.',
  ],
  ['a | b\n1 | 2', '1 table-not-read: These lines look like a table'],
  [
    '| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 1 | 2 | 3 |',
    '3 table-cell-lost: This row has 3 cells and the head of the table 2; the page leaves out "3", and so it is in another row.',
  ],
  [
    '| a | b |\n|---|---|\n| 1 | 2 |\nSource: us.',
    '4 table-takes-text: The line "Source: us." becomes a row of the table above it.',
  ],
  [
    '||||\n|---|---|---|\n| 1 | 2 | 3 |',
    '1 table-head-empty: The head of the table is empty, so nobody who hears the table knows what its columns are.',
  ],
  ['| &nbsp; | ** ** |\n|---|---|\n| Copper | 12 |', '1 table-head-empty: The head of the table is empty'],
  ['| &nbsp; | &nbsp; | &nbsp; |\n|---|---|---|\n| 1 | 2 | 3 |', '1 table-head-empty: The head of the table is empty'],
  ['| <br> | ** ** |\n|---|---|\n| Copper | 12 |', '1 table-head-empty: The head of the table is empty'],
  [
    '<table>\n<tr><th></th><th>&nbsp;</th></tr>\n<tr><td>Copper</td><td>5</td></tr>\n</table>',
    '2 table-head-empty: The head of the table is empty',
  ],
  [
    'Please contact:\nJo Bloggs\nCompany Secretary',
    '1 lines-joined: The page joins this line with the next: "Please contact: Jo Bloggs".',
  ],
  ['Ask [us](a.pdf "Us")\nJo Bloggs', '1 lines-joined: The page joins this line with the next: "Ask [us](a.pdf'],
  ['Dividends\n3.5 cents', '1 lines-joined: The page joins this line with the next: "Dividends 3.5 cents".'],
  [
    'One.\n\n    Cash was $4 million.',
    '3 indented-as-code: This line is indented, so it is read as program code: the page shows it in a typewriter font and does not wrap it.',
  ],
  ['\tCash was $4 million.', '1 indented-as-code: This line is indented'],
  [
    'Range: 10*20*30 metres',
    '1 asterisk-lost: The asterisks of "10*20*30" are read as emphasis; the page leaves them out and sets what is between them in italics.',
  ],
  ['2**3**4', '1 asterisk-lost: The asterisks of "2**3**4" are read as emphasis'],
  [
    '*Excludes one-off items. Net debt* fell.',
    '1 asterisk-lost: The asterisks of "*Excludes one-off items. Net debt*" are read as emphasis',
  ],
  [
    'Net debt* fell.\n\n* Excludes leases.',
    '3 sign-lost: The "*" of "* Excludes leases." is read as the sign of a list item, so the page does not show it.',
  ],
  ['+ 5% on the year', '1 sign-lost: The "+" of "+ 5% on the year" is read as the sign of a list item'],
  ['# 2 mine in the region.', '1 sign-lost: The "#" of "# 2 mine in the region." is read as the sign of a heading'],
  ['## Type F #', '1 sign-lost: The "#" of "## Type F #" is read as the sign of a heading'],
  [
    '~~~ Placement cancelled on 3 August 2020 ~~~',
    '1 sign-lost: "~~~" begins program code, so the page does not show the words behind it: "Placement cancelled on 3 August 2020 ~~~".',
  ],
  ['- ``` Placement cancelled\n  ```', '1 sign-lost: "```" begins program code'],
  ['>3% copper', '1 sign-lost: The ">" of ">3% copper" is read as the sign of a quotation'],
  ['> 30% of holders voted.', '1 sign-lost: The ">" of "> 30% of holders voted." is read as the sign of a quotation'],
  ['> 2.5 g/t gold\nin all holes', '1 sign-lost: The ">" of "> 2.5 g/t gold" is read as the sign of a quotation'],
  [
    'Revenue fell.\n\n- 3% on the year before',
    '3 sign-lost: The "-" of "- 3% on the year before" is read as the sign of a list item',
  ],
  ['On the server \\\\files\\share today.', '1 sign-lost: The page leaves a backslash out of "\\\\files\\share".'],
  ['One\nline, then C:\\work\\_new.', '2 sign-lost: The page leaves a backslash out of "C:\\work\\_new".'],
  [
    '*Adjusted EBITDA** rose',
    '1 asterisk-lost: The asterisks of "*Adjusted EBITDA**" do not match: the page shows one of them and sets the words in italics.',
  ],
  ['Then **Adjusted EBITDA* rose', '1 asterisk-lost: The asterisks of "**Adjusted EBITDA*" do not match'],
  [
    'A _Forward looking_statement_ is',
    '1 sign-lost: The outer underscores of "_Forward looking_statement_" are read as emphasis; the page leaves them out and sets what is between them in italics.',
  ],
  [
    'Text.\n\n{{< figure src="x.png" >}}\n\n{% include x.html %}\n\n{:.note}',
    '3 template-mark: "{{< figure src=\\"x.png\\" >}}" is a mark that another program fills or obeys, and so are 2 more; the page shows it as it stands.',
  ],
  ['Dear {{ FirstName }},', '1 template-mark: "{{ FirstName }}" is a mark that another program fills or obeys; the'],
  ['{: .note}', '1 template-mark: "{: .note}" is a mark'],
  [
    'Signed\n***',
    '2 sign-lost: The asterisks "***" right below a line of text are read as a rule across the page, so the page does not show them.',
  ],
  ['>3% copper\n>and gold', '1 sign-lost: The ">" of ">3% copper" is read as the sign of a quotation'],
  ['- $2.5m net loss', '1 sign-lost: The "-" of "- $2.5m net loss" is read as the sign of a list item'],
  [
    'Costs fell, and the company\nexpects more.\n---',
    '1 heading-of-paragraph: The line "---" below this paragraph makes a heading of it.',
  ],
  [
    '![map](Map 1.png)',
    '1 space-in-target: "Map 1.png" holds a space, so "![map](Map 1.png)" is not read as a picture; the page shows the characters as typed.',
  ],
  [
    'See [the data](Map (1) final.pdf).',
    '1 space-in-target: "Map (1) final.pdf" holds a space, so "[the data](Map (1) final.pdf)" is not read as a link',
  ],
  [
    '[Report](report.pdf\nis attached.',
    '1 space-in-target: "[Report](report.pdf" is not read as a link, since its bracket is not closed; the page shows the characters as typed.',
  ],
  [
    '![Map of the pit](map.png "Pit"',
    '1 space-in-target: "![Map of the pit](map.png \\"Pit\\"" is not read as a picture, since its bracket is not closed',
  ],
  [
    '![[map.png]]',
    '1 space-in-target: "![[map.png]]" is not read as a picture; the page shows the characters as typed.',
  ],
];

test.each(faults)('proofread(%j) says what the page does to it', (body, message) => {
  expect(told(body)[0]).toContain(message);
  expect(told(body)).toHaveLength(1);
});

test('proofread() says the same between tables in which nothing is wrong', () => {
  const table = '| Hole | From | To |\n| :--- | ---: | :-: |\n| SC1 | 10 | 20 |\n| | 30 | |';
  expect(told(`${table}\n\nText.\n\n${table}\n`)).toEqual([]);
  for (const [body, message] of faults) {
    const found = told(`${table}\n\n${body}\n\n${table}`);
    expect(found, body).toHaveLength(1);
    expect(
      found[0]?.replace(/^\d+/, (line) => String(Number(line) - 5)),
      body,
    ).toContain(message);
  }
});

test.each([
  ['| a | b |\n| - | - |\n| 1 \\| 2 | 3 | 4 |', '3 table-cell-lost'],
  ['| a | b |\n| - | - |\n| `1 | 2` | 3 |', '3 table-cell-lost'],
  ['| a | b |\n| - | - |\n| 1 | 2 | 3 |', '3 table-cell-lost'],
  ['| a | b | c |\n| - | - | - |\n| 1 | 2 | 3 |\nText that follows', '4 table-takes-text'],
  ['| ![](a.png) | ![](a.png) | ![](a.png) |\n| - | - | - |\n| 1 | 2 | 3 |', '1 table-head-empty'],
  ['Text.\n| a | b |\n| - | - |\n| 1 | 2 | 3 |', '4 table-cell-lost'],
  ['| a[^x] | b |\n| - | - |\n| 1 | 2 |', '1 note-missing'],
  ['| 2*3*4 | b |\n| - | - |\n| 1 | 2 |', '1 asterisk-lost'],
])('proofread(%j) looks into a table in which something may be wrong', (body, start) => {
  expect(told(body)[0]).toContain(start);
});

test.each([
  'See [one](a.pdf\n"with its title") and [another](a.pdf\n).',
  'The [report](https://example.com/a\n"Report") is out.',
  '![The mine](mine.png\n"The mine from above")',
  'The **[annual report](\nHTTPS://example.com)** is out.',
  'The [report](https://example.com "Annual\nReport") is out.',
  'One paragraph.\n\nAnother with *emphasis* and **strength**, a_b_c and 3 * 4 * 5.',
  '* one\n* two\n\n1. First\n2. Second',
  'This sentence is wrapped by hand at the width of a narrow window, as people\nused to do who write in a terminal, and each line of it is as full as it can\nbe without a word that is cut.',
  'One sentence a line.\nAnother sentence.\nA third.',
  'Jo Bloggs\\\nCompany Secretary',
  'Jo Bloggs  \nCompany Secretary',
  '| a | b |\n|---|---|\n| 1 | 2 |\n\nSource: us.',
  '| | 2020 | 2019 |\n|---|---|---|\n| Copper | 12 | 11 |',
  '| | |\n|---|---|\n| Name | Jo Bloggs |',
  '| &nbsp; | &nbsp; |\n|---|---|\n| Name | Jo Bloggs |',
  '| # | % |\n|---|---|\n| 1 | 2 |',
  '<table><tr><th></th><th>2024</th></tr><tr><th>Copper</th><td>5</td></tr></table>',
  '```\n    code\n| a | b |\n```',
  '```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n    code\n```',
  '## Title ##\n\n### Type F#\n\n# Drill hole #\n\n## Type F \\#\n\n```js\nlet a = 1;\n```',
  '*All figures are unaudited. They may change.*',
  '*Nature* reports that *Metal* is rare.',
  'A link to [a page](https://example.com/a_b "Its title") and ![a map of it](<Map 1.png>), [x](y) too.',
  'Outlook\n-------\n\nMore copper.',
  'Key details* Nominations close on 21 November.\n* There is no fee.',
  '10 × 20 × 30, 10\\*20\\*30, `10*20*30`, f*ck',
  'Visit us! [Example](https://example.com/)',
  'Cash\t$3 million at the end of the quarter, and more than that later on in the year to come.',
  '• One point, which stands alone.\n\n• And another one.',
  '- 3% on the year before\n- 2% on the quarter before',
  '- 3% on the year before\n\nText.\n\n- More copper',
  'The price is due in two parts:\n\n- 50% on signing\n\nThe rest follows.',
  '1. Revenue\n   - 3% on the year before\n2. Costs',
  '- 12 new holes\n\n- 2024 was a good year',
  '- 12.5 metres at 3.2 g/t gold',
  '> 2024 was the year of copper.',
  'In C:\\\\\\_new, C:\\work\\new, `C:\\_new`, \\\\\\\\files\\\\share, a\\_b and \\"quoted\\"',
  '***Both*** and **bold *italic***, **EBITDA*** and *EBITDA*\\*',
  '_Emphasis_, _a file_ named report_2024.pdf and _the file report_final.pdf of https://example.com/a_b_',
  '```\n{{ site.title }}\n```\n\n`{% raw %}` and \\{{ x }}, {a}, {: }, {{}} and 5 {%}',
  'One.\n\n***\n\nTwo.\n\n* * *',
  '> 30% of holders voted,\n> and all were in favour.',
])('proofread(%j) finds nothing', (body) => {
  expect(told(body)).toEqual([]);
});

test('proofread() names each of two lines that begin with a plus and a minus', () => {
  expect(told('+ 5% on the quarter before\n- 3% on the year before')).toEqual([
    '1 sign-lost: The "+" of "+ 5% on the quarter before" is read as the sign of a list item, so the page does not show it.',
    '2 sign-lost: The "-" of "- 3% on the year before" is read as the sign of a list item, so the page does not show it.',
  ]);
});

test('proofread() takes a time that grows with the text', () => {
  for (const part of [
    '*a',
    '_a',
    '{{a',
    '{%',
    '{:a',
    'a_b ',
    'C:\\a',
    '[x](a b ',
    '| a ',
    '\t',
    '> ',
    '![',
    '**a*',
    'a\n',
  ]) {
    proofread(part.repeat(20_000));
  }
});

test('proofread() reads lists, quotations and marks in a table however deep they are nested', () => {
  for (const part of ['1. ', '> ', '- ']) expect(() => proofread(`${part.repeat(4000)}a`), part).not.toThrow();
  const deep = `${'*a _b '.repeat(4000)}c${'_ *'.repeat(4000)}`;
  expect(() => proofread(`| ${deep} | b | c |\n| - | - | - |\n| 1 | 2 | 3 | ${deep} |`)).not.toThrow();
});

test('hashtags, noted marks, marks as text and words in brackets are no slips', () => {
  expect(told('#DrillingNow')).toEqual([]);
  expect(told('#Drilling\n\n#Copper @exampleminerals')).toEqual([]);
  expect(told('#1 hole')).toEqual([]);
  expect(told('Metal[^1].\n\n[^1]: Unaudited.')).toEqual([]);
  expect(told('Metal\\[^1].')).toEqual([]);
  expect(told('Signed [name] (director).')).toEqual([]);
});

test.each([
  [
    '1. One\n3. Three',
    ['2 number-changed: The page counts the points of a list on from the first, so "3." is shown as number 2.'],
  ],
  [
    '- A\n\n  4) One\n  5) Two\n  7) Three',
    ['5 number-changed: The page counts the points of a list on from the first, so "7)" is shown as number 6.'],
  ],
  ['4. One\n5. Two\n\nText.\n\n9. Three', []],
  ['1. One\n1. Two\n1. Three', []],
  ['1. One\n2. Two\n   1. A\n   2. B\n3. Three', []],
  ['2024. It was a year.', []],
])('proofread() says which number of a list the page does not show: %j', (body, found) =>
  expect(told(body)).toEqual(found),
);

test('what the hint says of the number of a list shows that number', () => {
  const [{ hint = '' } = {}] = proofread('1. One\n3. Three');
  expect(hint).toBe('If 3 is right, put an empty line above the line and write the number as 3\\.');
  expect(proofread('1. One\n\n3\\. Three')).toEqual([]);
});
