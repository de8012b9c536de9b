import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import ts from 'typescript';
import { codeOf, type SourceFile } from './source-files.ts';

const CORE = ['text', 'release', 'archive', 'importers', 'feeds', 'data', 'search', 'pagefind-index'];
const PAGES = [...CORE, 'config.ts', 'build', 'astro', 'styles'];

/**
 * What each folder of `src` may import beside its own files: other folders, and packages.
 * Data goes one way, so no two folders may import each other. `cli` starts `build` and gives it what renders pages, which `astro`
 * has: so `astro` knows what a build is, and `build` knows nothing of Astro.
 */
const MAY_IMPORT: Readonly<Record<string, { folders: readonly string[]; packages: readonly string[] }>> = {
  text: { folders: [], packages: [] },
  // Files of a new archive, which it reads from beside itself.
  starter: { folders: [], packages: [] },
  files: { folders: ['text'], packages: [] },
  release: { folders: ['text'], packages: ['diff', 'gray-matter', 'js-yaml', 'satteri', 'zod'] },
  archive: { folders: ['text', 'files', 'release'], packages: ['zod'] },
  importers: {
    folders: ['text', 'release'],
    packages: ['@kenjiuno/msgreader', 'linkedom', 'mammoth', 'postal-mime', 'read-excel-file', 'unpdf'],
  },
  feeds: { folders: ['text', 'release', 'archive'], packages: ['@astrojs/rss'] },
  data: { folders: ['text', 'release', 'archive'], packages: ['zod'] },
  'pagefind-index': { folders: ['text'], packages: ['pagefind'] },
  search: { folders: ['text', 'release', 'archive', 'pagefind-index'], packages: [] },
  build: { folders: [...CORE, 'files', 'config.ts'], packages: ['@resvg/resvg-js'] },
  astro: { folders: [...CORE, 'files', 'config.ts', 'build'], packages: ['astro'] },
  drafts: { folders: ['text', 'files', 'release', 'archive', 'importers'], packages: [] },
  desk: { folders: [...CORE, 'files', 'config.ts', 'drafts', 'build', 'astro'], packages: ['zod'] },
  cli: {
    folders: [...CORE, 'files', 'config.ts', 'drafts', 'build', 'astro', 'desk', 'starter'],
    packages: ['@clack/prompts'],
  },
  components: { folders: PAGES, packages: ['astro'] },
  layouts: { folders: [...PAGES, 'components'], packages: ['astro'] },
  pages: { folders: [...PAGES, 'components', 'layouts'], packages: ['astro'] },
  // Data only.
  'config.ts': { folders: [], packages: [] },
};

/** What may touch the disk, the network and other programs. */
const EDGE = /^src\/(?:cli|desk|drafts|build|astro)\//;
/** What of the core may touch the disk. */
const READS = /^src\/(?:files|archive\/read|archive\/seal|starter)\//;

const BUILT_IN = new Set(builtinModules.map((name) => name.replace(/^node:/, '')));
const OUTSIDE_WORLD = /^(fs|child_process|cluster|dgram|dns|http|http2|https|net|os|process|readline|tls|tty)(\/|$)/;

/** Every import that the table does not allow, as a sentence that names the file and the rule. */
export function importFaults(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    importsOf(file).flatMap((specifier) => {
      const fault = faultOf(file.path, specifier);
      return fault ? [`${file.path} imports ${specifier}: ${fault}`] : [];
    }),
  );
}

/** The names of all packages that files import, sorted. */
export function importedPackages(files: readonly SourceFile[]): string[] {
  const names = files.flatMap(importsOf).filter((specifier) => !isRelative(specifier) && !builtIn(specifier));
  return [...new Set(names.map(packageOf))].toSorted();
}

function faultOf(path: string, specifier: string): string | undefined {
  const folder = folderOf(path);
  const allowed = MAY_IMPORT[folder];
  if (!allowed) return `src/${folder} is not in the table of imports in tests/repo/import-table.ts.`;
  if (isRelative(specifier)) {
    const target = posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''));
    if (!target.startsWith('src/')) return 'the program imports nothing from outside of src.';
    if (!/\.\w+$/.test(target)) return 'write the file with its ending; there are no index files.';
    const to = folderOf(target);
    if (to === folder || allowed.folders.includes(to)) return undefined;
    return allowed.folders.length > 0
      ? `src/${folder} may import only from ${list(allowed.folders)}, beside its own files.`
      : `src/${folder} imports none of the other folders.`;
  }
  const name = builtIn(specifier);
  if (name !== undefined) {
    if (!specifier.startsWith('node:')) return `write node:${name}.`;
    if (!OUTSIDE_WORLD.test(name) || EDGE.test(path)) return undefined;
    if (READS.test(path) && name.startsWith('fs')) return undefined;
    return 'only the edges touch the disk, the network or other programs; in the core, src/files, src/archive/read and src/archive/seal the disk.';
  }
  if (allowed.packages.includes(packageOf(specifier))) return undefined;
  return allowed.packages.length > 0
    ? `src/${folder} may use only the packages ${list(allowed.packages)}.`
    : `src/${folder} uses no packages.`;
}

/** Static and dynamic imports and re-exports, of types too; in an Astro file also those of its scripts. */
function importsOf(file: SourceFile): string[] {
  return codeOf(file).flatMap((part) =>
    ts.preProcessFile(part, true, true).importedFiles.map(({ fileName }) => fileName),
  );
}

/** The folder right below `src`, or the file's own name where it lies in `src` itself. */
function folderOf(path: string): string {
  return path.split('/')[1] ?? path;
}

function isRelative(specifier: string): boolean {
  return /^\.{0,2}\//.test(specifier);
}

function builtIn(specifier: string): string | undefined {
  const name = specifier.replace(/^node:/, '');
  return BUILT_IN.has(name) ? name : undefined;
}

/** `astro/config` and the virtual `astro:assets` belong to the package `astro`. */
function packageOf(specifier: string): string {
  return /^(@[^/]+\/[^/]+|[^/:]+)/.exec(specifier)?.[0] ?? specifier;
}

function list(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');
}
