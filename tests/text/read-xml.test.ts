import { expect, test } from 'vitest';
import { readXml } from '../../src/text/read-xml.ts';

test('readXml() gives elements and attributes with what their prefixes stand for, and their own text', () => {
  const text = '<a xmlns="urn:a" xmlns:b="urn:b" x="&lt;1" b:y=\'2\'>T<b:c/><![CDATA[<]]>&#101;<d xmlns=""/></a>';
  expect(readXml(text)).toMatchObject([
    {
      namespace: 'urn:a',
      name: 'a',
      attributes: [
        { namespace: '', name: 'x', value: '<1' },
        { namespace: 'urn:b', name: 'y', value: '2' },
      ],
      text: 'T<e',
    },
    { namespace: 'urn:b', name: 'c', attributes: [], text: '' },
    { namespace: '', name: 'd' },
  ]);
});

test.each([
  '<a>',
  '<a></b>',
  '<a/><b/>',
  '<a/>text',
  '<b:a/>',
  '<a b:x="1"/>',
  '<a x=1/>',
  '<a x="<"/>',
  '<a>&unknown;</a>',
  '<a>&</a>',
  '<a>\0</a>',
  '<!DOCTYPE a><a/>',
  '<?xml-stylesheet href="x"?><a/>',
  '<?xml version="1.0" encoding="UTF-16"?><a/>',
  '<?xml version="1.1"?><a/>',
  '<a xmlns:xml="urn:x"/>',
  '<a xmlns:b="urn:b"><b:c></a></b:c>',
])('readXml() does not read %j', (text) => {
  expect(readXml(text)).toBeUndefined();
});

test('readXml() takes a time that grows with the text', () => {
  for (const part of ['<a>', '<a ', 'x', '<!--', '&amp;', ' x="1"', '<a xmlns:p="urn:x">'])
    readXml(`<r${part.startsWith(' ') ? part.repeat(20_000) : `>${part.repeat(20_000)}`}`);
});
