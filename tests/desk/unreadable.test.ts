import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { release } from '../support/releases-folder.ts';
import { openDesk } from './open-desk.ts';

test.each([
  [
    'a quotation mark that is never closed',
    '---\ntitle: "A\ncode: XMX\n---\n\nText.\n',
    'Line 2: A quotation mark is opened',
  ],
  ['no facts at all', 'Text.\n', 'Line 1: The file does not begin with front matter.'],
])(
  'a release whose file has %s is told as one that cannot be read, not as one that is gone',
  async (_, file, words) => {
    const { get } = await openDesk({ '2020/a.md': file });
    const { body } = await get('review/2020/a');
    expect(body).toContain('releases/2020/a.md, because the facts at its top cannot be read.');
    expect(body).toContain(words);
    expect(body).not.toContain('no longer in the archive');
    expect((await get('')).body).toMatch(/2020\/a\.md<\/a>, line \d/);
  },
);

test('a file in another encoding is told as one that cannot be read', async () => {
  const desk = await openDesk();
  writeFileSync(path.join(desk.root, 'a.md'), Buffer.from('---\ntitle: Caf\xe9\n---\n', 'latin1'));
  expect((await desk.get('review/a')).body).toContain('This line holds bytes that are not UTF-8');
});

test('what saving a file at the desk would leave out is named before', async () => {
  const fields =
    '# asked Kim\nforeword: Dear all\nsource:\n  url: https://example.com\n  page: 3\ncontacts:\n  - name: Kim\n    fax: 1\n';
  const { get } = await openDesk({
    '2020/a.md': release().replace('---\n', `---\n${fields}`),
    '2020/b.md': release({ title: 'Other', attachments: 'b.pdf' }),
  });
  const { body } = await get('review/2020/a');
  const named = /Not kept when it is saved here[^]*?<\/ul>/.exec(body)?.[0] ?? '';
  expect([...named.matchAll(/<li>([^<]*)<\/li>/g)].map(([, one]) => one)).toEqual([
    'foreword',
    'source.page',
    'contacts.fax',
    '# asked Kim',
  ]);
  expect((await get('review/2020/b')).body).not.toContain('Not kept when');
});
