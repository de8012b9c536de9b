import { hash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { BuildFailure } from '../../src/build/failure.ts';
import { formerFolder } from '../../src/build/former-site.ts';
import { openSiteFolder } from '../../src/build/site-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'site-folder-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const LONG_AGO = new Date('2020-07-30T09:15:00Z');
const digest = (content: string) => hash('sha256', content);
const keptAt = (file: string) => ({ root: dirname(file), below: basename(file) });
let count = 0;

/** A former site of a page, a copy and a large attachment, made long ago, with a folder for the next and one of sources. */
function sites() {
  const folder = join(root, String(count++));
  const former = openSiteFolder(join(folder, 'former'));
  const source = (name: string, content: string): string => {
    mkdirSync(join(folder, 'sources'), { recursive: true });
    writeFileSync(join(folder, 'sources', name), content);
    return join(folder, 'sources', name);
  };
  const plan = source('plan.csv', 'a,b\n');
  const report = source('report.pdf', 'x'.repeat(3_000_000));
  former.write('page/index.html', Buffer.from('page'));
  former.copy(keptAt(plan), 'page/plan.csv', digest('a,b\n'));
  former.copy(keptAt(report), 'page/report.pdf', digest('x'.repeat(3_000_000)));
  for (const name of ['index.html', 'plan.csv', 'report.pdf'])
    utimesSync(join(folder, 'former/page', name), LONG_AGO, LONG_AGO);
  const next = openSiteFolder(join(folder, 'next'), join(folder, 'former'));
  // What a file is like that is made now.
  next.write('first.txt', Buffer.from('first'));
  const at = (site: 'former' | 'next', name: string) => join(folder, site, 'page', name);
  const isOne = (name: string): boolean => {
    const [one, other] = [statSync(at('former', name)), statSync(at('next', name))];
    return one.ino === other.ino && other.mtimeMs === LONG_AGO.getTime();
  };
  return { next, plan, report, at, isOne };
}

describe('a site folder with a former site', () => {
  test('takes what stays as it was, with its time of change', () => {
    const { next, plan, report, isOne } = sites();
    next.write('page/index.html', Buffer.from('page'));
    next.copy(keptAt(plan), 'page/plan.csv', digest('a,b\n'));
    next.copy(keptAt(report), 'page/report.pdf', digest('x'.repeat(3_000_000)));
    expect(['index.html', 'plan.csv', 'report.pdf'].map(isOne)).toEqual([true, true, true]);
    expect([...next.files.values()]).toEqual([
      { path: 'first.txt', digest: digest('first'), bytes: 5 },
      { path: 'page/index.html', digest: digest('page'), bytes: 4 },
      { path: 'page/plan.csv', digest: digest('a,b\n'), bytes: 4 },
      { path: 'page/report.pdf', digest: digest('x'.repeat(3_000_000)), bytes: 3_000_000 },
    ]);
  });

  test('writes what has changed, and leaves the former site as it was', () => {
    const { next, at } = sites();
    next.write('page/index.html', Buffer.from('edit'));
    expect(readFileSync(at('next', 'index.html'), 'utf8')).toBe('edit');
    expect(readFileSync(at('former', 'index.html'), 'utf8')).toBe('page');
  });

  test('writes what somebody has changed in the former site, or given other rights', () => {
    const { next, plan, report, at, isOne } = sites();
    writeFileSync(at('former', 'index.html'), 'pqge');
    writeFileSync(at('former', 'report.pdf'), `${'x'.repeat(2_999_999)}y`);
    chmodSync(at('former', 'plan.csv'), 0o444);
    next.write('page/index.html', Buffer.from('page'));
    next.copy(keptAt(plan), 'page/plan.csv', digest('a,b\n'));
    next.copy(keptAt(report), 'page/report.pdf', digest('x'.repeat(3_000_000)));
    expect(['index.html', 'plan.csv', 'report.pdf'].map(isOne)).toEqual([false, false, false]);
    expect(readFileSync(at('next', 'index.html'), 'utf8')).toBe('page');
    expect(readFileSync(at('next', 'report.pdf')).equals(readFileSync(report))).toBe(true);
    expect(statSync(at('next', 'plan.csv')).mode).toBe(statSync(at('next', 'index.html')).mode);
  });

  test('follows no link out of the former site', () => {
    const { next, plan, at } = sites();
    rmSync(at('former', 'plan.csv'));
    symlinkSync(plan, at('former', 'plan.csv'));
    next.copy(keptAt(plan), 'page/plan.csv', digest('a,b\n'));
    expect(statSync(at('next', 'plan.csv')).ino).not.toBe(statSync(plan).ino);
  });

  test('takes nothing for a release that was changed or is gone, whatever the former site has', () => {
    const { next, plan } = sites();
    writeFileSync(plan, 'a,c\n');
    const copy = () => next.copy(keptAt(plan), 'page/plan.csv', digest('a,b\n'));
    expect(copy).toThrow(BuildFailure);
    expect(copy).toThrow('plan.csv was changed while the site was built.');
    rmSync(plan);
    expect(copy).toThrow('plan.csv vanished while the site was built.');
  });

  test('writes nothing into a file a second time, since it may be the former site’s too', () => {
    const { next, at, isOne } = sites();
    next.write('page/index.html', Buffer.from('page'));
    next.write('page/index.html', Buffer.from('page'));
    expect(isOne('index.html')).toBe(true);
    expect(() => next.write('page/index.html', Buffer.from('edit'))).toThrow(
      'page/index.html was to be written with two',
    );
    expect(readFileSync(at('former', 'index.html'), 'utf8')).toBe('page');
  });
});

test('nothing is looked for where there is no former site, and with --clean', () => {
  expect(formerFolder({ out: root, clean: false })).toBe(root);
  expect(formerFolder({ out: root, clean: true })).toBeUndefined();
  expect(formerFolder({ out: join(root, 'dist'), clean: false })).toBeUndefined();
});
