import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { expect, test } from 'vitest';
import { builtSite } from '../support/site.ts';

/** What the validator recommends, but for what does not hold here. */
const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      // A headline stands in the title exactly as it was lodged.
      'long-title': 'off',
      // A release's text stands to the letter, its telephone numbers too.
      'tel-non-breaking': 'off',
      // In HTML an id may begin with a digit, as numbered headings do.
      'valid-id': ['error', { relaxed: true }],
      // Every button here sends its form, which is what a button without a type does; a field without one takes text.
      'no-implicit-button-type': 'off',
      'no-implicit-input-type': 'off',
      // Tables that are scrolled within the page need a role and the focus, a section has neither need; suggestions are no select.
      'prefer-native-element': ['error', { exclude: ['region', 'listbox'] }],
      // Matters of taste in what a program has written.
      'no-trailing-whitespace': 'off',
    },
  }),
);

test('every page is valid HTML', async () => {
  const files = (await readdir(builtSite(), { recursive: true })).filter((file) => /\.html?$/.test(file));
  expect(files.length).toBeGreaterThan(150);
  const faults: string[] = [];
  for (const file of files) {
    const { results } = await validator.validateString(await readFile(join(builtSite(), file), 'utf8'));
    for (const { line, column, message, ruleId } of results.flatMap(({ messages }) => messages)) {
      faults.push(`${file}:${line}:${column} ${message} (${ruleId})`);
    }
  }
  expect(faults).toEqual([]);
});

test('a page that is not valid is named by the same rules', async () => {
  const { results } = await validator.validateString('<!DOCTYPE html><p id="a"><p id="a"><img src="x.png">');
  expect(results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))).toEqual(
    expect.arrayContaining(['no-dup-id', 'wcag/h37']),
  );
});
