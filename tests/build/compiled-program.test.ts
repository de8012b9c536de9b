import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const project = mkdtempSync(join(tmpdir(), 'compiled-'));
afterAll(() => rmSync(project, { recursive: true, force: true }));
const folder = join(project, 'node_modules/.cache/compiled');
const files = (): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' });

/** In a process of its own, whose end it is that writes. */
function run(): void {
  const program = join(import.meta.dirname, '../../src/build/compiled-program.ts');
  // Where coverage is measured Vitest forbids Node to keep anything.
  const { NODE_COMPILE_CACHE: _, NODE_DISABLE_COMPILE_CACHE: __, ...env } = process.env;
  const script = `import(${JSON.stringify(program)}).then(async (own) => {
    own.keepCompiledProgram(${JSON.stringify(project)});
    await import('gray-matter');
  })`;
  execFileSync(process.execPath, ['--eval', script], { env });
}

test('keepCompiledProgram() keeps what was compiled, and begins anew where it has become much', () => {
  run();
  const kept = files();
  expect(kept.length).toBeGreaterThan(1);
  run();
  expect(files()).toEqual(kept);
  mkdirSync(join(folder, 'left'));
  for (let count = 0; count < 5000; count++) writeFileSync(join(folder, 'left', String(count)), '');
  run();
  expect(files()).toEqual(kept);
});
