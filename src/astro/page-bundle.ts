import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { programDigest } from '../build/program-digest.ts';
import { forgetUnused, MAKING, markUsed } from './kept-bundles.ts';
import { addPages } from './page-routes.ts';
import { astroSettings } from './settings.ts';

/** The program's pages as Astro has bundled them. */
interface PageBundle {
  /** Address of the module that has the exports of src/astro/page-entry.ts. */
  readonly entry: string;
  /** The folder of what pages name: style sheets, scripts, pictures. */
  readonly files: string;
}

/**
 * The pages of this program, bundled by Astro when they are first asked for and kept in the project under the digest of all
 * that they are made from, unless the program's package has brought them: to bundle them takes as long as to render some thousand. They hold nothing of the releases, and addresses as at a domain's root.
 */
export async function bundlePages(project: string): Promise<PageBundle> {
  if (existsSync(SHIPPED)) return bundleIn(SHIPPED);
  const root = path.join(project, 'node_modules/.cache/pages');
  const folder = path.join(root, programDigest());
  if (!existsSync(folder)) {
    const making = path.join(root, `${MAKING}${process.pid}`);
    rmSync(making, { recursive: true, force: true });
    await bundleInto(making, project);
    // Another build may have been quicker.
    if (existsSync(folder)) rmSync(making, { recursive: true, force: true });
    else renameSync(making, folder);
    forgetUnused(root);
  }
  markUsed(folder);
  return bundleIn(folder);
}

/** Where a package of the program brings its pages; packaging/ship-pages.ts puts them there. */
const SHIPPED = path.resolve(import.meta.dirname, '../bundle');

function bundleIn(folder: string): PageBundle {
  const pages = path.join(folder, 'pages');
  const entry = readdirSync(pages).find((name) => name.startsWith('prerender-entry.'));
  if (entry === undefined) throw new Error(`Astro has bundled no pages into ${pages}.`);
  return { entry: pathToFileURL(path.join(pages, entry)).href, files: path.join(folder, 'files') };
}

/** Has Astro bundle the pages into `folder/pages`, and what they name into `folder/files`; it renders none of them. */
async function bundleInto(folder: string, project: string): Promise<void> {
  const { build } = await import('astro');
  const files = path.join(folder, 'files');
  await build({
    ...astroSettings,
    root: project,
    configFile: false,
    outDir: files,
    integrations: [pageBundle(files, path.join(folder, 'pages'))],
    // What goes wrong is thrown.
    logLevel: 'silent',
  });
}

/** Takes what Astro would render pages with, and has it render none. */
function pageBundle(files: string, pages: string): AstroIntegration {
  return {
    name: 'page-bundle',
    hooks: {
      'astro:config:setup': (setup) => {
        addPages(setup);
        setup.updateConfig({
          vite: {
            plugins: [
              {
                name: 'page-entry',
                configEnvironment: (name) =>
                  name === 'prerender'
                    ? {
                        // What Astro depends on may lie where only Astro finds it.
                        resolve: { noExternal: true, external: ownPackages() },
                        build: {
                          rolldownOptions: { input: fileURLToPath(new URL('./page-entry.ts', import.meta.url)) },
                        },
                      }
                    : undefined,
              },
            ],
          },
        });
      },
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          setup: () => Promise.resolve(),
          getStaticPaths() {
            const made = path.join(files, '.prerender');
            // Astro 7.3 leaves style sheets here where the project's path holds a `%`.
            if (existsSync(path.join(made, '_astro')))
              cpSync(path.join(made, '_astro'), path.join(files, '_astro'), { recursive: true });
            renameSync(made, pages);
            return Promise.resolve([]);
          },
        })),
    },
  };
}

/** The packages that the program asks for itself, but Astro, which is bundled with its own. */
function ownPackages(): string[] {
  const text = readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8');
  const { dependencies } = JSON.parse(text) as { dependencies: object }; // ours
  return Object.keys(dependencies).filter((name) => name !== 'astro');
}
