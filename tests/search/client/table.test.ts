import { expect, test } from 'vitest';
import { tableOf } from '../../../src/search/client/table.ts';

test('tableOf() writes a release a line, a text that a spreadsheet would take for a formula with a sign before it', () => {
  const row = {
    url: '/releases/2020/a/',
    headline: '=1+1, "gold"',
    day: '2020-07-30',
    time: '09:15',
    codes: ['XMX', 'EXM'],
    types: ['placement'],
    language: 'en-AU',
    correctedBy: [],
    corrects: [],
  };
  expect(tableOf([row], (_, value) => value.toUpperCase(), 'https://a.example/search/?q=x')).toBe(
    'date,time,codes,headline,types,address\r\n' +
      `2020-07-30,09:15,XMX EXM,"'=1+1, ""gold""",PLACEMENT,https://a.example/releases/2020/a/\r\n`,
  );
});
