import { execFileSync } from 'node:child_process';
import { fileMark } from '../src/starter/file-mark.ts';

/**
 * A line for each file that the program has or ever had, by which `detach` tells a company's own changes in a clone; `undefined`
 * where git knows nothing of the folder.
 */
export function listProgramFiles(project: string): string | undefined {
  const args = [
    'log',
    '--format=',
    '--raw',
    '-m',
    '--no-renames',
    '--no-abbrev',
    '-z',
    'HEAD',
    '--',
    '.',
    ':!releases',
  ];
  let log: string;
  try {
    log = execFileSync('git', args, { cwd: project, encoding: 'utf8', maxBuffer: 2 ** 29, stdio: 'pipe' });
  } catch {
    return undefined;
  }
  // `:100644 100644 FORMER-BLOB BLOB M`, and the path as a part of its own.
  const found = [...log.matchAll(/:\d{6} \d{6} [0-9a-f]{40} ([0-9a-f]{40}) [A-Z]\0([^\0]+)\0/g)];
  const marks = found.map(([, blob = '', path = '']) => fileMark({ path, blob }));
  return `${[...new Set(marks)].toSorted().join('\n')}\n`;
}
