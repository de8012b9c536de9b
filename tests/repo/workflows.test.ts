import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = join(root, '.github/workflows');
const files = readdirSync(folder);

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, { readonly permissions?: unknown; readonly steps: readonly Step[] }>>;
}

test.each(files)('%s is pinned by major versions, and may only read unless a job says more', (file) => {
  const workflow = read(file);
  expect(workflow.permissions).toEqual({ contents: 'read' });
  const uses = stepsOf(workflow).flatMap((step) => step.uses ?? []);
  expect(uses.length).toBeGreaterThan(0);
  for (const action of uses) expect(action).toMatch(/^actions\/[\w-]+@v\d+$/);
});

test.each(files)('%s runs commands that package.json has', (file) => {
  const scripts = Object.keys((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Package).scripts);
  const commands = stepsOf(read(file)).flatMap((step) => [
    ...(step.run ?? '').matchAll(/npm (?:run (?:-s )?)?([\w-]+)/g),
  ]);
  for (const [, command = ''] of commands) expect([...scripts, 'ci']).toContain(command);
});

test('publish.yml uploads dotfiles, keeps the search index, and lets only its last job write', () => {
  const { jobs } = read('publish.yml');
  const steps = stepsOf(read('publish.yml'));
  expect(steps.find(({ uses }) => uses?.startsWith('actions/upload-pages-artifact'))?.with).toEqual({
    path: 'dist',
    'include-hidden-files': true,
  });
  expect(steps.find(({ uses }) => uses?.startsWith('actions/cache'))?.with).toMatchObject({ path: '.cache/search' });
  expect(Object.values(jobs).map(({ permissions }) => permissions)).toEqual([
    { contents: 'read', pages: 'read' },
    { pages: 'write', 'id-token': 'write' },
  ]);
});

interface Package {
  readonly scripts: Readonly<Record<string, string>>;
}

function read(file: string): Workflow {
  return load(readFileSync(join(folder, file), 'utf8')) as Workflow; // GitHub's own form
}

function stepsOf({ jobs }: Workflow): Step[] {
  return Object.values(jobs).flatMap(({ steps }) => steps);
}
