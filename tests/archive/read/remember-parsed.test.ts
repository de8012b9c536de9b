import { expect, test } from 'vitest';
import { rememberParsed } from '../../../src/archive/read/remember-parsed.ts';

const text = (title: string): string => `---\ntitle: ${title}\ncode: XMX\ndate: 2021-03-04\n---\n\nGold was poured.\n`;

test('rememberParsed() reads a text again only where it has changed, and each file by itself', () => {
  const parse = rememberParsed();
  const first = parse('a.md', text('Pour'), 'a');
  expect(first.release?.title).toBe('Pour');
  expect(parse('a.md', text('Pour'), 'a')).toBe(first);
  expect(parse('b.md', text('Pour'), 'b').release?.id).toBe('b');
  expect(parse('a.md', text('Second pour'), 'a').release?.title).toBe('Second pour');
  expect(parse('a.md', text('Pour'), 'a')).toEqual(first);
});
