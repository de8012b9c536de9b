import { expect, test } from 'vitest';
import { createUrls } from '../../src/archive/urls.ts';
import { documentsOf } from '../../src/data/documents.ts';
import { archiveOf } from '../support/archive.ts';

const urls = createUrls({ origin: 'https://archive.example', base: '/' });
const one = (fields: string) => {
  const [release] = archiveOf({ '2021/pour': fields }).releases;
  if (!release) throw new Error('The archive has one release.');
  return release;
};

test('documentsOf() knows the size and digest of what lies beside the release', () => {
  const release = one('attachments: plan.pdf');
  const filesOf = () => [{ name: 'plan.pdf', below: '2021/plan.pdf', bytes: 1234, mediaType: 'application/pdf' }];
  expect(documentsOf(release, { urls, filesOf, digestOf: (below) => `digest of ${below}` })).toMatchObject([
    {
      address: '/releases/2021/pour/plan.pdf',
      name: 'plan.pdf',
      elsewhere: undefined,
      bytes: 1234,
      sha256: 'digest of 2021/plan.pdf',
    },
  ]);
});

test.each([
  ['https://files.example.com/a/Annual%20Report%202021.pdf?x=1', 'Annual Report 2021.pdf'],
  ['https://files.example.com/a/100%.pdf', '100%.pdf'],
  ['https://files.example.com/', ''],
])('documentsOf() names a document that is kept elsewhere, %s, by the end of its address', (url, name) => {
  const release = one(`attachments:\n  - url: ${JSON.stringify(url)}\n`);
  expect(documentsOf(release, { urls, filesOf: () => [], digestOf: () => '' })).toMatchObject([
    { address: url, name, elsewhere: 'files.example.com', bytes: undefined, sha256: undefined },
  ]);
});
