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

test.each(files)('%s is pinned by commits, and may only read unless a job says more', (file) => {
  const workflow = read(file);
  expect(workflow.permissions).toEqual({ contents: 'read' });
  const uses = stepsOf(workflow).flatMap((step) => step.uses ?? []);
  expect(uses.length).toBeGreaterThan(0);
  for (const action of uses) expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
  // The version stands behind each, so that a person can read it and Dependabot can raise it.
  const lines = readFileSync(join(folder, file), 'utf8').split('\n');
  const used = lines.filter((line) => /\buses:/.test(line));
  expect(used.filter((line) => !/ # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
});

test('one action is pinned by one commit everywhere', () => {
  const uses = new Set(files.flatMap((file) => stepsOf(read(file)).flatMap((step) => step.uses ?? [])));
  expect([...Map.groupBy(uses, (action) => action.split('@')[0])].filter(([, pins]) => pins.length > 1)).toEqual([]);
});

test.each(files)('%s runs commands that package.json has', (file) => {
  const scripts = Object.keys((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Package).scripts);
  const commands = stepsOf(read(file)).flatMap((step) => [
    ...(step.run ?? '').matchAll(/npm (?:run (?:-s )?)?([\w-]+)/g),
  ]);
  for (const [, command = ''] of commands) expect([...scripts, 'ci', 'install']).toContain(command);
});

test('publish.yml uploads dotfiles, keeps the search index, and lets only jobs that run nothing of the program write', () => {
  const { jobs } = read('publish.yml');
  const steps = stepsOf(read('publish.yml'));
  expect(steps.find(({ uses }) => uses?.startsWith('actions/upload-pages-artifact'))?.with).toEqual({
    path: 'dist',
    'include-hidden-files': true,
  });
  expect(steps.find(({ uses }) => uses?.startsWith('actions/cache'))?.with).toMatchObject({ path: '.cache/search' });
  expect(Object.values(jobs).map(({ permissions }) => permissions)).toEqual([
    { contents: 'read', pages: 'read' },
    { 'id-token': 'write', attestations: 'write' },
    { pages: 'write', 'id-token': 'write' },
  ]);
});

test('publish.yml attests what it builds only where it is asked to, and writes the signing key to a file of its own alone', () => {
  const { attest, build } = read('publish.yml').jobs;
  expect(attest).toMatchObject({ if: "vars.ATTEST == '1'", needs: 'build' });
  expect(attest?.steps.at(-1)?.with).toEqual({ 'subject-path': 'SHA256SUMS' });
  for (const { run = '', uses = '' } of attest?.steps ?? []) expect([run, /^actions\//.test(uses)]).toEqual(['', true]);
  const runs = build?.steps.map(({ run = '' }) => run) ?? [];
  const writes = runs.findIndex((run) => run.includes('umask 077'));
  const removes = runs.indexOf('rm "$SIGNING_KEY"');
  expect([writes >= 0, runs.indexOf('npm run build') > writes, removes > runs.indexOf('npm run build')]).toEqual([
    true,
    true,
    true,
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
