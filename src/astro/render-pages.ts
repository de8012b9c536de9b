import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileOfAddress } from '../archive/site-paths.ts';
import type { BuildContext } from '../build/context.ts';
import { namedAddresses } from '../build/named-addresses.ts';
import { noteAddresses } from '../build/whole-site.ts';
import { setSite } from './get-site.ts';
import { bundlePages } from './page-bundle.ts';
import type * as Entry from './page-entry.ts';

type App = typeof Entry.pages;

/** Pages that are rendered before messages have their turn. */
const TURN = 8;

const RELEASES = '/pages/releases/[...id].astro';
const NOT_FOUND = '/pages/404.astro';

/**
 * Renders all pages of a site with Astro. They are bundled, if they have to be, and loaded while the releases are still being
 * read. What the pages name goes into `named`.
 */
export async function renderPages({ environment, address, folder, named, site, watch }: BuildContext): Promise<void> {
  // A build sends nothing to anybody.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const { entry, files } = await bundlePages(environment.project);
  const { pages, findPaths } = (await import(entry)) as typeof Entry; // src/astro/page-bundle.ts made it so
  settle(pages, address);
  writeFiles(files, folder, address);
  watch.lap('Astro getting ready');
  setSite(await site);
  watch.lap('waiting for releases');

  const paths = await findPaths();
  const isRelease = ({ route }: (typeof paths)[number]): boolean => route.component.endsWith(RELEASES);
  // Releases come first: what lists say of them is known then.
  const ordered = [...paths.filter(isRelease), ...paths.filter((one) => !isRelease(one))];
  const made = new Set<string>();
  for (const [count, { pathname, route }] of ordered.entries()) {
    // Nothing else here waits for the system, and messages of the worker would wait for the last page.
    if (count % TURN === 0) await setImmediate();
    const isNotFound = route.component.endsWith(NOT_FOUND);
    const below = pathname.replace(/^\/|\/$/g, '');
    const url = new URL(`${address.base}${below}${route.type === 'page' && below !== '' ? '/' : ''}`, address.origin);
    const response = await pages.render(new Request(url), { routeData: route });
    const content = Buffer.from(await response.arrayBuffer());
    if (response.status !== (isNotFound ? 404 : 200) || (content.length === 0 && route.type === 'page'))
      throw new Error(`${url.pathname} was rendered without a page.`);
    const name = isNotFound ? '404.html' : fileOfAddress(url.pathname, address.base);
    if (made.has(name)) throw new Error(`${url.pathname} is the address of two pages.`);
    made.add(name);
    folder.write(name, content);
    // Addresses are ASCII, and the quickest text is one of bytes.
    if (route.type === 'page') noteAddresses(named, name, namedAddresses(content.toString('latin1'), address.base));
  }
}

/** Writes what pages name; scripts and style sheets name each other by addresses as at a domain's root. */
function writeFiles(files: string, folder: BuildContext['folder'], { base }: BuildContext['address']): void {
  for (const entry of readdirSync(files, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const content = readFileSync(file);
    const name = path.relative(files, file).replaceAll(path.sep, '/');
    const isCode = /^_astro\/.*\.(?:css|js)$/.test(name);
    folder.write(name, isCode ? Buffer.from(content.toString().replaceAll('/_astro/', `${base}_astro/`)) : content);
  }
}

/**
 * Tells bundled pages what Astro's own build would: the site's address, and the style sheets of each page, which the bundle
 * itself lists. Its types ask for much that a page without scripts of its own never looks at.
 */
function settle(app: App, { origin, base }: BuildContext['address']): void {
  const { manifest } = app;
  Object.assign(manifest, { base, site: origin });
  Object.assign(app, { baseWithoutTrailingSlash: base.replace(/\/$/, '') });
  const styles = manifest.routes.map(
    ({ routeData, styles }) =>
      [
        `${routeData.route}&${routeData.component}`,
        { styles: styles.map((sheet, order) => ({ depth: 0, order, sheet })) },
      ] as const,
  );
  app.setInternals({ pagesByKeys: new Map(styles) } as unknown as Parameters<App['setInternals']>[0]);
  const logger = { options: { destination: { write: () => true } } };
  app.setOptions({ settings: { scripts: [] }, logger } as unknown as Parameters<App['setOptions']>[0]);
}
