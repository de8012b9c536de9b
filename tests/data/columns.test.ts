import { expect, test } from 'vitest';
import { createUrls } from '../../src/archive/urls.ts';
import { columns } from '../../src/data/columns.ts';
import { archiveOf } from '../support/archive.ts';

test('the open data gives whole addresses of documents, also of those that are kept elsewhere', () => {
  const archive = archiveOf({
    '2021/pour': 'attachments:\n  - file: plan.pdf\n  - url: https://files.example.com/report.pdf\n',
  });
  const urls = createUrls({ origin: 'https://archive.example', base: '/news/' });
  const source = { archive, urls, filesOf: () => [], digestOf: () => '' };
  const column = columns.find(({ name }) => name === 'attachments');
  const [release] = archive.releases;
  expect(release && column?.value(release, source)).toMatchObject([
    { address: 'https://archive.example/news/releases/2021/pour/plan.pdf' },
    { address: 'https://files.example.com/report.pdf' },
  ]);
});
