import { expect, test } from 'vitest';
import { renderBody } from '../../src/release/render.ts';
import { flattenHtml } from '../../src/search/record/search-record.ts';

test('where the links of a text lead is not in the index, so that another release cannot change it', () => {
  const body = [
    '## See [the notice](2020-01-02-notice.md)',
    'And [*all* of it](report.pdf "Report") or <https://a.example/x>, or [nothing](gone.md#part).',
    '| a | b |\n| - | - |\n| [one](x.md) | ![map](map.png) |',
  ].join('\n\n');
  const indexed = (link: string | undefined) =>
    flattenHtml(renderBody(body, { link: () => link, picture: () => '/map.png' }).html);
  expect(indexed('/releases/elsewhere/')).toBe(indexed(undefined));
  expect(indexed(undefined)).toContain('all of it');
});
