import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';

const PROGRAM = path.resolve(import.meta.dirname, '../..');
const PAGES = path.resolve(import.meta.dirname, '../pages');

type Setup = Parameters<NonNullable<AstroIntegration['hooks']['astro:config:setup']>>[0];

/**
 * Gives Astro the program's pages, for an archive's folder that has none: by itself it finds pages only below its own root.
 * The files that they name lie in the program's `public`.
 */
export function addPages({
  config,
  updateConfig,
  injectRoute,
}: Pick<Setup, 'config' | 'updateConfig' | 'injectRoute'>): void {
  updateConfig({ publicDir: pathToFileURL(path.join(PROGRAM, 'public/')) });
  if (path.resolve(fileURLToPath(config.root)) !== PROGRAM) for (const route of pageRoutes()) injectRoute(route);
}

interface PageRoute {
  readonly pattern: string;
  readonly entrypoint: string;
  readonly prerender: true;
}

/** Names that begin with `_` are no pages, as for Astro. */
function pageRoutes(): PageRoute[] {
  return readdirSync(PAGES, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll(path.sep, '/'))
    .filter((name) => /\.(?:astro|[jt]s)$/.test(name) && !/(?:^|\/)_/.test(name))
    .toSorted()
    .map((name) => ({
      pattern: `/${name.replace(/\.(?:astro|[jt]s)$/, '').replace(/(?:^|\/)index$/, '')}`,
      entrypoint: path.join(PAGES, name),
      prerender: true,
    }));
}
