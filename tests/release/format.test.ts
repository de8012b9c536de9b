import fc from 'fast-check';
import { CORE_SCHEMA, load } from 'js-yaml';
import { expect, test } from 'vitest';
import { formatRelease, type Writable } from '../../src/release/format.ts';
import { parseRelease } from '../../src/release/parse.ts';
import { correctionKinds } from '../../src/release/field-groups.ts';
import { sydneyDate, writeSydneyDate, type ReleaseDate } from '../../src/release/sydney-time.ts';

const day: ReleaseDate = { instant: Date.UTC(2020, 6, 29, 14), day: '2020-07-30', offset: '+10:00' };

test('formatRelease() writes the fields in the order of the schema and leaves out what is absent', () => {
  const release: Writable = {
    body: 'First metal.\n\n- 7.6 kg',
    draft: true,
    related: ['2020/2020-07-01-pilot-plant', '2020/2020-07-02-first-run'],
    corrects: [
      {
        release: '2020/2020-07-29-metal',
        kind: 'correction',
        changes: [{ where: 'page 1', was: '76 kg', now: '7.6 kg' }],
      },
    ],
    attachments: [{ file: 'metal.pdf' }, { url: 'https://example.com/?a=1#b', pages: 3, bytes: 12 }],
    source: { exchangeId: '02257543', url: undefined },
    contacts: [{ name: 'Jane Citizen', phone: '+61 8 5550 0100' }],
    summary: 'It works: 99.8 % # pure',
    priceSensitive: false,
    types: ['progress-report'],
    date: { ...day, instant: Date.UTC(2020, 6, 29, 23, 15), time: '09:15' },
    code: ['XMX', '360'],
    title: 'High-quality "metal" produced',
  };
  expect(formatRelease(release)).toBe(`---
title: "High-quality \\"metal\\" produced"
code:
  - XMX
  - "360"
date: 2020-07-30 09:15
types: progress-report
priceSensitive: false
summary: "It works: 99.8 % # pure"
contacts:
  - name: "Jane Citizen"
    phone: "+61 8 5550 0100"
source:
  exchangeId: "02257543"
attachments:
  - metal.pdf
  - url: https://example.com/?a=1#b
    pages: 3
    bytes: 12
corrects:
  - release: 2020/2020-07-29-metal
    kind: correction
    changes:
      - where: "page 1"
        was: "76 kg"
        now: "7.6 kg"
related:
  - 2020/2020-07-01-pilot-plant
  - 2020/2020-07-02-first-run
draft: true
---

First metal.

- 7.6 kg
`);
});

test('formatRelease() writes a release without text as its front matter alone', () => {
  expect(formatRelease({ title: 'x', code: ['XMX'], date: day, body: '' })).toBe(
    '---\ntitle: x\ncode: XMX\ndate: 2020-07-30\n---\n',
  );
});

// Pieces that mean something to YAML, to Markdown, to gray-matter or to a reader of the file, and letters of all planes.
const piece = fc.oneof(
  fc.constantFrom(
    ...['---', '...', '#', ' #', ': ', ':', '- ', '? ', '"', "'", '\\', '\\n', '|', '>', '&a', '*a', '!x', '%', '@'],
    ...[
      '`',
      '[',
      ']',
      '{',
      '}',
      ',',
      '<<',
      '~',
      'null',
      'true',
      'no',
      '360',
      '1E5',
      '0x1F',
      '012',
      '---js',
      '<b>',
      '$',
    ],
    ...[' ', '  ', 'é', 'e\u0301', '–', '“', '½', '鉱', 'שלום', '𝑥', '😀', '\ufffd', '\ue000', '\u3000'],
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
// eslint-disable-next-line no-control-regex -- what no field may hold
const refused = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/gu;
const invisible = /[\n\t\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;
const lines = fc
  .array(fc.oneof({ weight: 5, arbitrary: piece }, { weight: 1, arbitrary: fc.constantFrom('\n', '\n\n', '\t') }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((pieces) => pieces.join('').replace(refused, ''));
const text = lines.filter((value) => value.trim() !== '');
const headline = lines.map((value) => value.replace(invisible, '')).filter((value) => value.trim() !== '');
const body = lines.map((value) => value.replace(/^(?:[ \t]*\n)+/, '').trimEnd());
const id = fc
  .stringMatching(/^[a-zA-Z0-9]{1,8}(\/[a-z0-9]{1,4}([._-][a-z0-9]{1,4}){0,2}){1,2}$/)
  .filter((value) => !value.endsWith('.md'));
const code = fc.stringMatching(/^[A-Z0-9]{3,6}$/);
const file = fc
  .stringMatching(/^[a-z0-9]([a-z0-9 '&,()=+-]{0,8}[a-z0-9])?\.pdf$/)
  .filter((name) => !/^(con|prn|aux|nul|com\d|lpt\d)\./.test(name));
const url = fc
  .webUrl({ withQueryParameters: true, withFragments: true })
  .filter((value) => !/[\s<>"\\^`{|}]/.test(value));
const count = fc.integer({ min: 1, max: 2 ** 40 });
const date = fc
  .record({
    instant: fc.integer({ min: Date.UTC(1987, 0), max: Date.UTC(2037, 0) }).map((value) => value - (value % 1000)),
    precision: fc.constantFrom('day', 'minute', 'second'),
  })
  .map(({ instant, precision }) => {
    if (precision === 'second') return sydneyDate(instant, true);
    if (precision === 'minute') return sydneyDate(instant - (instant % 60_000));
    const { day } = sydneyDate(instant);
    const midnights = [10, 11].map((hours) => sydneyDate(Date.parse(`${day}T00:00Z`) - hours * 3_600_000));
    const { time: _, ...start } =
      midnights.find((moment) => moment.day === day && moment.time === '00:00') ?? sydneyDate(0);
    return start;
  });
const some = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 3 });
const optional = { requiredKeys: [] };
const filled = <T extends object>(value: T) => Object.keys(value).length > 0;

const writable: fc.Arbitrary<Writable> = fc.record(
  {
    title: headline,
    code: some(code),
    date,
    types: some(fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}$/)),
    typedBy: fc.constantFrom('exchange', 'archive'),
    priceSensitive: fc.boolean(),
    summary: text,
    authorisedBy: text,
    contacts: some(
      fc.record({ name: text, title: text, phone: text, email: fc.constant('a@example.com') }, optional).filter(filled),
    ),
    source: fc
      .record(
        {
          url,
          exchangeUrl: url,
          exchangeId: fc.stringMatching(/^\d{8}$/),
          retrieved: fc.constantFrom('2020-07-30', '1999-12-31'),
        },
        optional,
      )
      .filter(filled),
    attachments: some(
      fc.oneof(
        fc.record({ file, title: text, pages: count }, { requiredKeys: ['file'] }),
        fc.record(
          { url, title: text, pages: count, bytes: count, sha256: fc.stringMatching(/^[0-9a-f]{64}$/) },
          { requiredKeys: ['url'] },
        ),
      ),
    ),
    corrects: some(
      fc.record(
        {
          release: id,
          kind: fc.constantFrom(...correctionKinds),
          changes: some(fc.record({ where: text, was: text, now: text }, { requiredKeys: ['was', 'now'] })),
        },
        { requiredKeys: ['release', 'kind'] },
      ),
    ),
    related: some(id),
    aliases: some(fc.stringMatching(/^(\/[a-zA-Z0-9_~!$&'()*+,;=:@-]{1,6}){1,3}\/?$/)),
    language: fc.constantFrom('de', 'zh-Hant', 'no', 'en-AU'),
    draft: fc.boolean(),
    body,
  },
  { requiredKeys: ['title', 'code', 'date', 'body'] },
);

test('parseRelease(formatRelease(x)) is x, whatever its texts hold', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(writable, (release) => {
      expect(parseRelease('x.md', formatRelease(release))).toEqual({ release: { ...release, id: 'x' }, problems: [] });
    }),
    { numRuns: 600, seed: 2020 },
  );
});

test(
  'what formatRelease() writes of a release is the same when it is read and written again',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(writable, (release) => {
        const written = formatRelease(release);
        const again = parseRelease('x.md', written).release;
        expect(again && formatRelease(again)).toBe(written);
      }),
      { numRuns: 300, seed: 7 },
    );
  },
);

test('a reader of YAML that guesses types takes every text that formatRelease() writes for a text', () => {
  const guessed = [
    '360',
    '1E5',
    '012',
    '0x1F',
    '0b11',
    '0o7',
    '1_0',
    'true',
    'True',
    'FALSE',
    'null',
    'No',
    'y',
    '1.5',
    '2020-07-30',
  ];
  fc.assert(
    fc.property(fc.oneof(headline, fc.constantFrom(...guessed)), (title) => {
      const [, front = ''] = formatRelease({ title, code: ['XMX'], date: day, body: '' }).split('---\n');
      const read = load(front.slice(0, front.indexOf('\ncode:')), { schema: CORE_SCHEMA });
      expect(read).toEqual({ title });
    }),
    { numRuns: 500, seed: 3 },
  );
  for (const title of guessed)
    expect(formatRelease({ title, code: ['XMX'], date: day, body: '' })).toContain(`title: "${title}"`);
});

test('writeSydneyDate() adds the offset only in the hour that clocks showed twice', () => {
  const first = sydneyDate(Date.parse('2024-04-06T15:30Z'));
  const second = sydneyDate(Date.parse('2024-04-06T16:30Z'));
  expect(writeSydneyDate(first)).toBe('2024-04-07 02:30+11:00');
  expect(writeSydneyDate(second)).toBe('2024-04-07 02:30+10:00');
  expect(writeSydneyDate(sydneyDate(Date.parse('2024-04-06T17:30Z')))).toBe('2024-04-07 03:30');
});
