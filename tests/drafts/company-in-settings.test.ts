import { expect, test } from 'vitest';
import { withCompany } from '../../src/drafts/company-in-settings.ts';

const company = { code: 'QQX', name: 'Sample "Metals" Limited' };
const entry = '  - code: QQX\n    name: "Sample \\"Metals\\" Limited"\n';

test.each([
  ['', `companies:\n${entry}`],
  ['# Ours.\ntitle: Example', `# Ours.\ntitle: Example\ncompanies:\n${entry}`],
  [
    'companies:\n  # The first.\n  - code: XMX\n    name: Example\nnotice: Fictional.\n',
    `companies:\n  # The first.\n${entry}  - code: XMX\n    name: Example\nnotice: Fictional.\n`,
  ],
  [
    'companies:\n- code: XMX\n  name: Example\n',
    `companies:\n${entry.replace(/^ {2}/gm, '')}- code: XMX\n  name: Example\n`,
  ],
])('withCompany() adds to %j and leaves the rest to the letter', (settings, text) => {
  expect(withCompany(settings, company)).toBe(text);
});

test.each([
  ['a list on one line', 'companies: [{code: XMX, name: Example}]\n'],
  ['a file with an error', 'companies: no\n'],
  ['a code that is there already', 'companies:\n  - code: QQX\n    name: Example\n'],
])('withCompany() gives nothing for %s', (_, settings) => expect(withCompany(settings, company)).toBeUndefined());
