import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { gitWords } from '../../src/desk/send/git-words.ts';
import { folderWith, release } from '../support/releases-folder.ts';
import { openDeskIn, SETTINGS, told, type OpenedDesk } from './open-desk.ts';

const ENVIRONMENT = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.com',
};

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, {
    cwd: folder,
    env: ENVIRONMENT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** A repository with these files below `releases`, of which nothing is committed, and its other copy. */
async function openRepository(
  files: Readonly<Record<string, string>>,
): Promise<OpenedDesk & { folder: string; other: string }> {
  const named = Object.entries({ 'archive.yml': SETTINGS, ...files }).map(([name, content]) => [
    `here/releases/${name}`,
    content,
  ]);
  const both = folderWith(Object.fromEntries(named) as Record<string, string>);
  const [folder, other] = [path.join(both, 'here'), path.join(both, 'other.git')];
  git(both, 'init', '--quiet', '--bare', '--initial-branch=main', other);
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'config', 'user.name', 'A');
  git(folder, 'config', 'user.email', 'a@example.com');
  git(folder, 'remote', 'add', 'origin', other);
  return { ...(await openDeskIn(folder)), folder, other };
}

/** What the page says will be sent. */
async function shown({ get }: OpenedDesk): Promise<{ files: string[]; message: string }> {
  const { body } = await get('send');
  const files = [...body.matchAll(/data-file="([^"]*)"/g)].map(([, file]) => file ?? '');
  return { files, message: /<textarea[^>]*>\n([^<]*)</.exec(body)?.[1] ?? '' };
}

const DRAFT = {
  '2020/d.md': release({ draft: 'true', title: 'Secret', attachments: 'd.pdf' }),
  '2020/d.pdf': '%PDF-1.7 secret',
};
const PUBLISHED = { '2020/a.md': release({ attachments: 'a.pdf' }), '2020/a.pdf': '%PDF-1.7' };

test('sending commits the published files alone, says what they are, and pushes them', async () => {
  const desk = await openRepository({ ...DRAFT, ...PUBLISHED });
  writeFileSync(path.join(desk.folder, 'notes.txt'), 'mine');
  const { files, message } = await shown(desk);
  expect(files.map((file) => path.relative(desk.root, file))).toEqual(['2020/a.md', '2020/a.pdf', 'archive.yml']);
  expect(message).toBe('Publish: First metal produced');
  expect(told(await desk.post('send', { files, message, fetchFirst: false }))).toEqual({
    words: `Sent to ${desk.other}.`,
  });
  expect(git(desk.other, 'ls-tree', '-r', '--name-only', 'main').split('\n').filter(Boolean)).toEqual([
    'releases/2020/a.md',
    'releases/2020/a.pdf',
    'releases/archive.yml',
  ]);
  expect(git(desk.other, 'log', '--format=%s', 'main')).toBe('Publish: First metal produced\n');
  expect((await desk.get('send')).body).toContain('Everything has been sent');
});

test('what lies behind a link to the folder is sent too', async () => {
  const desk = await openRepository(PUBLISHED);
  const link = path.join(path.dirname(desk.folder), 'link');
  symlinkSync(desk.folder, link);
  const linked = await openDeskIn(link);
  const { files, message } = await shown(linked);
  expect(files.map((file) => path.relative(desk.root, file))).toEqual(['2020/a.md', '2020/a.pdf', 'archive.yml']);
  expect(told(await linked.post('send', { files, message, fetchFirst: false }))).toEqual({
    words: `Sent to ${desk.other}.`,
  });
});

test('sending refuses a list that is not the one that was shown', async () => {
  const desk = await openRepository(PUBLISHED);
  const { files, message } = await shown(desk);
  writeFileSync(path.join(desk.root, '2020/b.md'), release());
  expect((await desk.post('send', { files, message, fetchFirst: false })).status).toBe(409);
});

test('a file whose name Git could take for a pattern is sent as itself', async () => {
  const desk = await openRepository({
    '2020/a.md': release({ attachments: '[ab].pdf' }),
    '2020/[ab].pdf': '1',
    '2020/b.pdf': '2',
  });
  const { files, message } = await shown(desk);
  await desk.post('send', { files, message, fetchFirst: false });
  expect(git(desk.other, 'ls-tree', '-r', '--name-only', '-z', 'main')).not.toContain('2020/b.pdf');
});

test('where the other copy has more, what was committed is kept, and goes after its changes were fetched', async () => {
  const desk = await openRepository(PUBLISHED);
  const second = path.join(desk.folder, '../second');
  git(desk.folder, 'clone', '--quiet', desk.other, second);
  mkdirSync(path.join(second, 'docs'), { recursive: true });
  writeFileSync(path.join(second, 'docs/x.md'), 'x');
  git(second, 'checkout', '--quiet', '-B', 'main');
  git(second, 'add', '.');
  git(second, 'commit', '--quiet', '-m', 'More');
  git(second, 'push', '--quiet', 'origin', 'main');
  const { files, message } = await shown(desk);
  const refused = await desk.post('send', { files, message, fetchFirst: false });
  expect([refused.status, told(refused)]).toEqual([
    502,
    {
      fault:
        'Nothing was sent; what you wanted to send is kept and goes the next time. The other copy has changes that this machine does not have yet. Choose “First get what the other copy has”, and send again.',
    },
  ]);
  expect((await desk.post('send', { files: [], message: '', fetchFirst: true })).status).toBe(200);
  expect(git(desk.other, 'log', '--format=%s', 'main').split('\n')).toEqual([
    'Publish: First metal produced',
    'More',
    '',
  ]);
});

test('what Git has put aside, because the other copy changed the same lines of a file that is not sent, is told', async () => {
  const desk = await openRepository({ ...PUBLISHED, ...DRAFT });
  git(desk.folder, 'add', '.');
  git(desk.folder, 'commit', '--quiet', '-m', 'All');
  git(desk.folder, 'push', '--quiet', '--set-upstream', 'origin', 'main');
  const second = path.join(desk.folder, '../second');
  git(desk.folder, 'clone', '--quiet', desk.other, second);
  writeFileSync(path.join(second, 'releases/2020/d.md'), release({ draft: 'true', title: 'Theirs' }));
  git(second, 'commit', '--quiet', '--all', '-m', 'Theirs');
  git(second, 'push', '--quiet', 'origin', 'main');
  writeFileSync(path.join(desk.root, '2020/d.md'), release({ draft: 'true', title: 'Ours' }));
  writeFileSync(path.join(desk.root, '2020/e.md'), release({ title: 'New' }));
  const sent = await desk.post('send', { ...(await shown(desk)), fetchFirst: true });
  expect(told(sent)).toEqual({
    words: `Sent to ${desk.other}. But the other copy has changed the same lines as somebody here has in files that are not sent yet: Git has put those changes aside (git stash). Ask whoever looks after the archive to bring them back.`,
  });
  expect(git(desk.folder, 'stash', 'show', '--patch')).toContain('Ours');
});

test('another copy that is not there is told in plain words, and nothing hangs', async () => {
  const desk = await openRepository(PUBLISHED);
  git(desk.folder, 'remote', 'set-url', 'origin', path.join(desk.folder, 'nowhere.git'));
  const refused = await desk.post('send', { ...(await shown(desk)), fetchFirst: false });
  expect(told<{ fault: string }>(refused).fault).toContain('The other copy is not there.');
});

test('where Git cannot tell what has changed, what it said is shown, nothing is claimed and nothing is sent', async () => {
  const desk = await openRepository(PUBLISHED);
  const { files, message } = await shown(desk);
  writeFileSync(path.join(desk.folder, '.git/index'), 'no index');
  const said = 'What has not been sent yet is not known. Git said: ';
  for (const page of ['send', '']) {
    const { body } = await desk.get(page);
    expect(body).toContain(said);
    expect(body).not.toMatch(/has been sent|Review and send/);
  }
  const refused = await desk.post('send', { files, message, fetchFirst: false });
  expect([refused.status, told<{ fault: string }>(refused).fault]).toEqual([
    502,
    expect.stringContaining(`Nothing was sent. ${said}`),
  ]);
});

test('what was committed elsewhere and never sent is waiting, also where the other copy is still empty', async () => {
  const desk = await openRepository(PUBLISHED);
  git(desk.folder, 'add', '.');
  git(desk.folder, 'commit', '--quiet', '-m', 'By hand');
  expect((await desk.get('')).body).toContain('1 earlier change.');
  const alone = (await desk.get('send')).body.replace(/\s+/g, ' ');
  expect(alone).toContain(
    `1 earlier change that has not been sent yet will be sent to the other copy of the archive, ${desk.other} (branch main).`,
  );
  expect(alone).not.toContain('These files');
  writeFileSync(path.join(desk.root, '2020/b.md'), release({ title: 'Second metal produced', date: '2020-07-31' }));
  const both = (await desk.get('send')).body.replace(/\s+/g, ' ');
  expect(both).toContain('These files will be sent to the other copy');
  expect(both).toContain('1 earlier change that has not been sent yet goes too.');
});

test('a file of a published release that Git is told to pass over is named, and not counted as sent', async () => {
  const desk = await openRepository(PUBLISHED);
  writeFileSync(path.join(desk.folder, '.gitignore'), '*.pdf\n');
  const { files, message } = await shown(desk);
  expect(files.map((file) => path.relative(desk.root, file))).toEqual(['2020/a.md', 'archive.yml']);
  expect((await desk.post('send', { files, message, fetchFirst: false })).status).toBe(200);
  const { body } = await desk.get('send');
  expect(body).toMatch(/Git is told to pass\s+over it .*<li>releases\/2020\/a\.pdf<\/li>/s);
  expect(body).toContain('Everything else has been sent');
  expect((await desk.get('')).body).toContain('1 file that Git passes over.');
});

test('the logo is sent with the settings that name it', async () => {
  const desk = await openRepository({
    ...PUBLISHED,
    'archive.yml': `logo: logo.svg\n${SETTINGS}`,
    'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
  });
  expect((await shown(desk)).files.map((file) => path.basename(file))).toContain('logo.svg');
});

test('without Git the page says how readers get it, what to ask for, and where the files lie', async () => {
  const desk = await openDeskIn(folderWith({ 'releases/archive.yml': SETTINGS, 'releases/2020/a.md': release() }));
  const { body } = await desk.get('send');
  expect(body).toContain(
    'The desk cannot send it, because the archive is not kept with Git. Readers get it when the archive is put on the web',
  );
  expect(body).toContain(` from ${desk.root}: ask whoever looks after it to do that, or to set up sending for you.`);
  expect(readFileSync(path.join(desk.root, '2020/a.md'), 'utf8')).toBe(release());
});

test.each([
  ["fatal: could not read Username for 'https://example.com': terminal prompts disabled", 'You are not signed in'],
  ['git@example.com: Permission denied (publickey).', 'You are not signed in'],
  ['fatal: unable to access: Could not resolve host: example.com', 'The other copy cannot be reached'],
  ['ssh: connect to host example.com port 22: Connection timed out', 'The other copy cannot be reached'],
  ['git did not finish', 'Git was not done after two minutes'],
  ["fatal: detected dubious ownership in repository at '/a'", 'belongs to another account of this machine'],
  ['fatal: .git/index: index file open failed: Permission denied', 'Git said: .git/index: index file open failed'],
  ['Host key verification failed.', 'This machine does not know'],
  ['Author identity unknown\n*** Please tell me who you are.', 'Git does not know your name yet'],
  ['fatal: a thing nobody knows\nhint: x', 'Git said: a thing nobody knows hint: x'],
])('gitWords() says in plain words: %s', (said, words) => {
  expect(gitWords(said)).toContain(words);
});
