import { expect, test } from 'vitest';
import { parseRelease } from '../../src/release/parse.ts';

/** Field, rule, message and hint of each problem of a release that has a title, a code and a date beside these fields. */
function findings(fields: string): string[][] {
  const required = { title: 'x', code: 'XMX', date: '2020-07-30' };
  const missing = Object.entries(required).filter(([name]) => !new RegExp(`^${name}:`, 'm').test(fields));
  const lines = missing.map(([name, value]) => `${name}: ${value}\n`).join('');
  const { problems } = parseRelease('x.md', `---\n${lines}${fields}\n---\n`);
  return problems.map((problem) => [problem.field ?? '', problem.rule, problem.message, problem.hint]);
}

test('no field takes a control character or half a character that YAML wrote by number', () => {
  const hint = 'Type the value again instead of pasting it.';
  const message = (shown: string) => `${shown} holds a control character, which no reader can see.`;
  expect(findings('title: "Metal\\x07"')).toEqual([['title', 'control-character', message('"Metal\\u0007"'), hint]]);
  expect(findings('title: "Metal\\ud835"')).toEqual([['title', 'control-character', message('"Metal\\ud835"'), hint]]);
  for (const field of [
    'source:\n  url: "https://example.com/\\x01"',
    'contacts:\n  - email: "a\\x01@example.com"',
    'related: "2020/a\\x01"',
    'attachments: "a\\x01.pdf"',
    'code: "XM\\x01"',
    'language: "de\\x01"',
  ])
    expect(findings(field).map(([, rule]) => rule)).toEqual(['control-character']);
});
