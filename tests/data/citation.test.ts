import { expect, test } from 'vitest';
import { createArchive } from '../../src/archive/archive.ts';
import { createUrls } from '../../src/archive/urls.ts';
import { bibTeX, plainCitation, ris } from '../../src/data/citation.ts';
import { parseRelease } from '../../src/release/parse.ts';

const urls = createUrls({ origin: 'https://archive.example', base: '/x/' });
const settings = {
  companies: [
    {
      code: 'XMX',
      name: 'Example Minerals Limited',
      former: [{ name: 'Example & Sons', code: 'EXM', until: '2018-11-30' }],
    },
  ],
};
function cited(date: string, title = '5% of A_B {x} ~ 2^2 \\\\ #1 $3', code = 'XMX') {
  const { release } = parseRelease('2020/a.md', `---\ntitle: "${title}"\ncode: ${code}\ndate: ${date}\n---\n`);
  if (!release) throw new Error('It does not parse.');
  return { release, context: { archive: createArchive([release], settings), urls } };
}

test('plainCitation() names company, headline, Sydney day and time with its zone, and address', () => {
  const winter = cited('2020-07-30 09:15', 'First metal');
  expect(plainCitation(winter.release, winter.context)).toBe(
    'Example Minerals Limited (ASX:XMX), “First metal”, announcement to the Australian Securities Exchange, 30 July 2020, 9:15 am AEST (Sydney), https://archive.example/x/releases/2020/a/',
  );
  const summer = cited('2020-12-30 15:05', 'First metal');
  expect(plainCitation(summer.release, summer.context)).toContain('30 December 2020, 3:05 pm AEDT (Sydney)');
});

test('plainCitation() leaves a time that is not recorded out, and gives the name of that day', () => {
  const { release, context } = cited('2018-11-30', 'First metal', 'EXM');
  expect(plainCitation(release, context)).toBe(
    'Example & Sons (ASX:EXM), “First metal”, announcement to the Australian Securities Exchange, 30 November 2018, https://archive.example/x/releases/2020/a/',
  );
});

test('bibTeX() escapes what TeX would obey', () => {
  const { release, context } = cited('2018-11-30 09:15', undefined, 'EXM');
  expect(bibTeX(release, context)).toBe(`@misc{EXM:2020:a,
  author = {{Example \\& Sons}},
  title = {{5\\% of A\\_B \\{x\\} \\textasciitilde{} 2\\textasciicircum{}2 \\textbackslash{} \\#1 \\$3}},
  howpublished = {Announcement to the Australian Securities Exchange, ASX:EXM},
  year = {2018},
  date = {2018-11-30},
  note = {30 November 2018, 9:15 am AEDT (Sydney)},
  url = {https://archive.example/x/releases/2020/a/},
  language = {en-AU},
}
`);
});

test('ris() writes a record with CR LF', () => {
  const { release, context } = cited('2020-07-30 09:15', 'First metal');
  expect(ris(release, context)).toBe(
    [
      'TY  - ELEC',
      'AU  - Example Minerals Limited',
      'TI  - First metal',
      'T2  - Announcement to the Australian Securities Exchange, ASX:XMX',
      'PY  - 2020',
      'DA  - 2020/07/30/09:15 AEST',
      'N1  - 30 July 2020, 9:15 am AEST (Sydney)',
      'LA  - en-AU',
      'UR  - https://archive.example/x/releases/2020/a/',
      'ER  - ',
      '',
    ].join('\r\n'),
  );
});
