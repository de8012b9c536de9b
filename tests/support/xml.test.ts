import { expect, test } from 'vitest';
import { xmlFaults } from './xml.ts';

test('xmlFaults() finds nothing in a well-formed document', async () => {
  expect(await xmlFaults('<?xml version="1.0" encoding="utf-8"?>\n<a>&amp; é 😀</a>\n')).toEqual([]);
});

test.each([
  ['a control character', '<a>\n\f</a>'],
  ['a bare ampersand', '<a>\nB & C</a>'],
  ['a wrong end tag', '<a>\n<b></a>'],
  ['an unknown entity', '<a>\n&nbsp;</a>'],
])('xmlFaults() names the line of %s', async (_, xml) => {
  expect((await xmlFaults(xml))[0]).toMatch(/^line 2: /);
});
