import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { seal } from '../../src/cli/seal.ts';
import { verify } from '../../src/cli/verify.ts';
import { config } from '../../src/config.ts';
import { testContext } from '../cli/test-context.ts';
import { buildSite } from '../support/build.ts';
import { parseHtml, readableText } from '../support/html.ts';
import { folderWith, release } from '../support/releases-folder.ts';

/** Names of the files below a folder that hold a word in any letter case, also compressed. */
function filesWith(word: string, folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      const content = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
      return `${path.relative(folder, file)}\n${content.toString('latin1')}`.toLowerCase().includes(word);
    });
}

// The steps of docs/keeping.md, "Take something down by law" and "End it".
test('a name that is taken down as docs/keeping.md says is nowhere in the site, and the archive can be ended', async () => {
  const folder = folderWith({
    'releases/2020/2020-07-30-quillfeather-appointed.md': release({ title: '"Jordan Quillfeather appointed"' }),
    'releases/2020/2020-08-03-change-of-director.md': release({
      title: '"Change of director"',
      attachments: '2020-08-03-cv.csv',
    }),
    'releases/2020/2020-08-03-cv.csv': 'Quillfeather,director\n',
    'releases/2021/2021-02-01-report.md': release({ date: '2021-02-01' }, 'Jordan Quillfeather spoke to holders.'),
  });
  const at = (name: string) => path.join(folder, 'releases', name);
  const out = path.join(folder, 'out');
  const settings = { RELEASES_DIR: path.join(folder, 'releases'), OUT_DIR: out, CACHE_DIR: path.join(folder, 'cache') };
  const run = (...args: string[]) => {
    const context = testContext(folder);
    const exit = seal(args, context, config.advice);
    expect(exit, context.read().said).toBe(0);
  };
  run();
  expect((await buildSite(settings)).status).toBe(0);
  expect(filesWith('quillfeath', out).length).toBeGreaterThan(10);
  const former = path.join(folder, 'former');
  writeFileSync(former, readFileSync(path.join(out, 'SHA256SUMS')));

  // A name in a text; a whole release with its document; and one whose address holds the name.
  writeFileSync(at('2021/2021-02-01-report.md'), release({ date: '2021-02-01' }, '[removed] spoke to holders.'));
  run('--amend', '2021/2021-02-01-report', '--reason', 'A name was removed by order of a court.');
  rmSync(at('2020/2020-08-03-change-of-director.md'));
  rmSync(at('2020/2020-08-03-cv.csv'));
  run('--amend', '2020/2020-08-03-change-of-director', '--withdrawn', '--reason', 'Taken down by order of a court.');
  rmSync(at('2020/2020-07-30-quillfeather-appointed.md'));
  writeFileSync(at('2020/2020-07-30-director-appointed.md'), release({ title: '"[removed] appointed"' }));
  const lock = path.join(folder, 'releases.lock');
  const kept = readFileSync(lock, 'utf8').split('\n');
  writeFileSync(lock, kept.filter((line) => !line.includes('quillfeather')).join('\n'));
  run();

  // The archive ends with this build.
  writeFileSync(
    at('archive.yml'),
    'notice: "This archive is complete and is not continued."\ncoverage:\n  listedSince: 2016-05-16\n  delisted: 2026-02-01\n',
  );
  const last = await buildSite({ ...settings, CLEAN: '1' });
  expect(last.status, last.output).toBe(0);
  expect(filesWith('quillfeath', out)).toEqual([]);
  expect(filesWith('quillfeath', settings.RELEASES_DIR)).toEqual([]);
  expect(readFileSync(lock, 'utf8')).not.toContain('quillfeather');

  const context = testContext('/');
  expect(await verify(['--since', former, out], context)).toBe(1);
  expect(context.read().out.split('\n').slice(2)).toEqual([
    '2020/2020-08-03-change-of-director: withdrawn, as declared on 23 November 2026: Taken down by order of a court.',
    '2021/2021-02-01-report: amended, as declared on 23 November 2026: A name was removed by order of a court.',
    '2020/2020-07-30-director-appointed: added',
    '2020/2020-07-30-quillfeather-appointed: gone',
    `Since ${former}: 0 releases as they were, 1 added, 2 changed as declared, 1 gone.`,
    '',
  ]);
  const page = parseHtml(readFileSync(path.join(out, 'archive/index.html'), 'utf8'));
  const text = readableText(page.body).replace(/\s+/g, ' ');
  expect(text).toContain('This archive is complete and is not continued.');
  expect(text).toMatch(/Delisted\s*1 February 2026/);

  // Moved elsewhere as it is, it still agrees with itself.
  mkdirSync(path.join(folder, 'elsewhere'));
  renameSync(out, path.join(folder, 'elsewhere/copy'));
  execFileSync('sha256sum', ['-c', '--quiet', '--strict', 'SHA256SUMS'], { cwd: path.join(folder, 'elsewhere/copy') });
});
