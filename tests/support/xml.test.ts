import { expect, test } from 'vitest';
import { xmlFaults, xmlFaultsByName } from './xml.ts';

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

test('xmlFaultsByName() names the text in which a fault is, and nothing of those without', async () => {
  const texts = { 'a.xml': '<a/>', 'b/b.xml': '<b>\n&nbsp;</b>', 'c.xml': '<c/>' };
  const faults = await xmlFaultsByName(new Map(Object.entries(texts)));
  expect(faults[0]).toMatch(/^b\/b\.xml, line 2: /);
  expect(faults.filter((fault) => /^[ac]/.test(fault))).toEqual([]);
});
