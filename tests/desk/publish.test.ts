import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { release } from '../support/releases-folder.ts';
import { openDesk, told } from './open-desk.ts';

test('publishing takes the time of the answer, names the files by date and headline, and confirms what was guessed', async () => {
  const review = '\n  - field: code\n    value: XMX\n    evidence: "(ASX: XMX)"\n    confidence: likely';
  const { post, root } = await openDesk({
    'undated/metal.md':
      '---\ntitle: Metal\ncode: XMX\nattachments: metal.pdf\nreview:' + review + '\ndraft: true\n---\n\nThe text.\n',
    'undated/metal.pdf': '%PDF-1.7',
  });
  const published = await post('publish/undated/metal', { day: '2020-07-30', time: '09:15' });
  expect(told(published)).toEqual({ id: '2020/2020-07-30-metal' });
  expect(readdirSync(path.join(root, '2020')).toSorted()).toEqual(['2020-07-30-metal.md', '2020-07-30-metal.pdf']);
  expect(readdirSync(path.join(root, 'undated'))).toEqual([]);
  expect(readFileSync(path.join(root, '2020/2020-07-30-metal.md'), 'utf8')).toBe(
    '---\ntitle: Metal\ncode: XMX\ndate: 2020-07-30 09:15\nattachments:\n  - 2020-07-30-metal.pdf\n---\n\nThe text.\n',
  );
});

test.each([
  ['a day that is still to come', { day: '2999-01-01', time: '' }, {}],
  ['a draft without a code', { day: '2020-07-30', time: '09:15' }, { code: '' }],
  ['a missing document', { day: '2020-07-30', time: '09:15' }, { attachments: 'gone.pdf' }],
])('publishing refuses %s, in the words of check', async (_, answer, fields) => {
  const file = release({ draft: 'true', ...fields });
  const { post, root } = await openDesk({ '2020/a.md': file });
  const refused = await post('publish/2020/a', answer);
  expect(refused.status).toBe(422);
  expect(told<{ fault: string }>(refused).fault).toMatch(/^Not published\. \S/);
  expect(readFileSync(path.join(root, '2020/a.md'), 'utf8')).toBe(file);
});

test('a release whose name is taken gets the next one', async () => {
  const { post, root } = await openDesk({
    '2020/2020-07-30-first-metal-produced.md': release(),
    '2020/a.md': release({ draft: 'true' }, 'Another text.'),
  });
  expect(told(await post('publish/2020/a', { day: '2020-07-30', time: '' }))).toEqual({
    id: '2020/2020-07-30-first-metal-produced-2',
  });
  expect(readdirSync(path.join(root, '2020'))).toHaveLength(2);
});

test('publishing a draft moves no document of another release', async () => {
  const desk = await openDesk({
    '2020/a.md': release({ draft: 'true', attachments: 'shared.pdf' }),
    '2020/b.md': release({ title: 'Other', attachments: 'shared.pdf' }),
    '2020/shared.pdf': '%PDF-1.7',
  });
  const published = await desk.post('publish/2020/a', { day: '2021-07-31', time: '' });
  expect(told(published)).toEqual({ id: '2021/2021-07-31-first-metal-produced' });
  expect(readdirSync(path.join(desk.root, '2020')).toSorted()).toEqual(['b.md', 'shared.pdf']);
  expect(readdirSync(path.join(desk.root, '2021')).toSorted()).toEqual([
    '2021-07-31-first-metal-produced.md',
    'shared.pdf',
  ]);
});

test('an archive is begun by three answers, once', async () => {
  const { get, post, root } = await openDesk({ 'archive.yml': '' });
  expect((await post('begin', { company: 'Other Limited', code: 'XZX', site: '' })).status).toBe(409);
  expect(readFileSync(path.join(root, 'archive.yml'), 'utf8')).toBe('');
  expect((await get('')).body).toContain('What would you like to do?');
});

test('a time that Sydney showed twice is published as the one of both that was chosen', async () => {
  const { post, root } = await openDesk({ '2020/a.md': release({ draft: 'true' }) });
  const choices = await post('clock', { day: '2020-04-05', time: '02:30' });
  expect(told(choices)).toEqual({
    choices: [
      { offset: '+11:00', words: 'Before (daylight saving)' },
      { offset: '+10:00', words: 'After (standard time)' },
    ],
  });
  expect(told(await post('clock', { day: '2020-04-05', time: '09:15' }))).toEqual({ choices: [] });
  expect(told(await post('publish/2020/a', { day: '2020-04-05', time: '02:30' }))).toEqual({
    fault:
      'Not published. Sydney showed 02:30 on 5 April 2020 twice, because daylight saving ended. Choose whether it was before or after the clocks went back.',
  });
  const published = await post('publish/2020/a', { day: '2020-04-05', time: '02:30', offset: '+10:00' });
  expect(told(published)).toEqual({ id: '2020/2020-04-05-first-metal-produced' });
  expect(readFileSync(path.join(root, '2020/2020-04-05-first-metal-produced.md'), 'utf8')).toContain(
    'date: 2020-04-05 02:30+10:00\n',
  );
});

test('of the answer to when ASX released it the desk warns as of the form, and of nothing else', async () => {
  const { post } = await openDesk({ '2020/a.md': release({ draft: 'true', types: 'no-such-type' }) });
  const warned = async (day: string, time = '') =>
    told<{ problems: { rule: string }[] }>(await post('check-answer/2020/a', { day, time })).problems.map(
      ({ rule }) => rule,
    );
  expect(await warned('2020-08-01')).toEqual(['date-weekend']);
  expect(await warned('2020-07-30', '23:15')).toEqual(['date-outside-hours']);
  expect(await warned('2020-07-30', '09:15')).toEqual([]);
  expect(await warned('2999-01-01')).toEqual(['date-future']);
});

test('the page of what was published names the warnings of that release', async () => {
  const { get } = await openDesk({
    '2020/a.md': release({ date: '2020-08-01' }),
    '2020/b.md': release({ title: 'Second metal' }),
  });
  const { body } = await get('published/2020/a');
  expect(body).toContain('No problems: the archive can be published.');
  expect(body).toMatch(
    /1 warning about this release:\s*<\/p>\s*<ul>\s*<li>The release is dated 1 August 2020, a Saturday;/,
  );
  expect((await get('published/2020/b')).body).not.toContain('about this release');
});

test('a new release that lacks something is refused with what it lacks, also where nothing is written in it', async () => {
  const { post } = await openDesk();
  const answer = { day: '2020-07-30', time: '' };
  expect(told(await post('publish/new/0123abcd', answer))).toEqual({
    fault: 'Not published. The company’s ASX code is needed. A headline is needed.',
  });
  expect(told(await post('save/new/0123abcd'))).toEqual({
    fault: 'Not saved yet: A headline is needed. What you typed is kept.',
  });
  await post('type/new/0123abcd', { version: 0, fields: { code: ['XMX'], draft: 'true' }, body: 'The text.' });
  expect(told(await post('publish/new/0123abcd', answer))).toEqual({ fault: 'Not published. A headline is needed.' });
});
