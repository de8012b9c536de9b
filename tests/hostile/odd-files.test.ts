import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkArchive } from '../../src/archive/check/check-archive.ts';
import { readReleases } from '../../src/archive/read/read-releases.ts';
import { config } from '../../src/config.ts';
import { oddFiles } from './odd-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'odd-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const NOW = Date.UTC(2026, 0, 1);

for (const { name, make, becomes } of oddFiles) {
  const outcome = 'rule' in becomes ? `one clear problem, ${becomes.rule}` : 'a release';

  test(`${name}: ${outcome}, and its neighbour is as it was`, () => {
    mkdirSync(join(folder, '2019'));
    writeFileSync(join(folder, '2019/good.md'), '---\ntitle: "Good"\ncode: XMX\ndate: 2019-07-30\n---\n\nGood.\n');
    make(folder);
    const read = readReleases(folder, 'releases');
    const errors = checkArchive(read, NOW, config.advice).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ rule }) => rule)).toEqual('rule' in becomes ? [becomes.rule] : []);
    for (const { message, hint } of errors) {
      expect(message).toMatch(/\.$/);
      expect(hint).toMatch(/\.$/);
      // eslint-disable-next-line no-control-regex -- what a terminal must not be given
      expect(message + hint).not.toMatch(/[\u0000-\u001f\u007f-\u009f\ufffd]/);
    }
    expect(read.releases.find(({ id }) => id === '2019/good')?.body).toBe('Good.');
    if ('id' in becomes) expect(read.releases.map(({ id }) => id)).toContain(becomes.id);
  });
}
