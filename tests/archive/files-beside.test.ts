import { expect, test } from 'vitest';
import { publishedFiles } from '../../src/archive/files-beside.ts';
import { resolveIn } from '../../src/archive/resolve-links.ts';
import { createUrls } from '../../src/archive/urls.ts';
import { renderBody } from '../../src/release/render.ts';
import type { WholeDraft } from '../../src/release/schema.ts';

test('a link to a place in a document beside the release publishes the document, and leads to that place', () => {
  const body = 'See [page 3](report.pdf#page=3) and [a name](./data.csv#a%20b&c=d).';
  const release = {
    id: '2020/a',
    title: 'A',
    code: ['XMX'],
    date: { day: '2020-07-30' },
    body,
  } as unknown as WholeDraft;
  const files = new Map([
    ['2020/report.pdf', 9],
    ['2020/data.csv', 9],
  ]);
  expect(publishedFiles(release, files).map(({ name }) => name)).toEqual(['data.csv', 'report.pdf']);
  const urls = createUrls({ origin: 'https://archive.example', base: '/' });
  const { html } = renderBody(release.body, resolveIn(release, { release: () => false, files }, urls));
  expect(html).toContain('href="/releases/2020/a/report.pdf#page=3"');
  expect(html).toContain('href="/releases/2020/a/data.csv#a%20b&amp;c=d"');
});
