import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileOfAddress } from '../archive/site-paths.ts';
import { config } from '../config.ts';
import { sitemapAddresses } from '../data/sitemap.ts';
import { BuildFailure } from './failure.ts';
import { addressesInCode } from './named-addresses.ts';
import type { Site } from './site.ts';

/** The paths within the site that its pages name, as they are written, each with the file of the first page that does. */
export type NamedAddresses = Map<string, string>;

/** Notes what a page names. Kept is a copy of each address: as a part of the page's text it would keep the whole of it in memory. */
export function noteAddresses(named: NamedAddresses, page: string, addresses: Iterable<string>): void {
  for (const address of addresses) if (!named.has(address)) named.set(Buffer.from(address).toString(), page);
}

/**
 * Makes sure that a finished site is whole: every page that the archive asks for is there, every file that was made, and
 * every file that a page, a style sheet or a script names. Throws a `BuildFailure` that names the first that is not.
 * `onDisk` are the files of the folder `staging`, by their paths below it, and those still to be written.
 */
export function requireWholeSite(
  { archive, urls }: Pick<Site, 'archive' | 'urls'>,
  staging: string,
  onDisk: ReadonlySet<string>,
  { made, named }: { readonly made: Iterable<string>; readonly named: NamedAddresses },
): void {
  for (const name of made) if (!onDisk.has(name)) throw notWhole(`${name} was written, and is not there`);
  const asked = [
    ...sitemapAddresses(archive, urls, config.pageSize).map((address) => new URL(address).pathname),
    urls.search(),
    urls.notFound(),
  ];
  const isThere = (address: string): boolean => filesOf(address, urls.base).some((name) => onDisk.has(name));
  for (const address of asked) if (!isThere(address)) throw notWhole(`the page ${address} was not written`);
  const all = new Map(named);
  for (const [name, addresses] of namedByCode(staging, onDisk, urls.base)) noteAddresses(all, name, addresses);
  for (const [address, name] of all)
    if (!isThere(address)) throw notWhole(`${name} names ${address}, which was not written`);
}

/** What is named by the bundle's styles and scripts; of pages it was noted as they were rendered. */
function namedByCode(staging: string, onDisk: ReadonlySet<string>, base: string): [string, Iterable<string>][] {
  const code = [...onDisk].filter((name) => /^_astro\/.*\.(?:css|js)$/.test(name));
  return code.map((name) => [name, addressesInCode(readFileSync(path.join(staging, name), 'latin1'), base)]);
}

/** The files that may answer at an address. */
function filesOf(address: string, base: string): string[] {
  const file = fileOfAddress(address, base);
  return address.endsWith('/') ? [file] : [file, `${file}/index.html`];
}

function notWhole(what: string): BuildFailure {
  return new BuildFailure(
    `The site is not whole: ${what}. The site was not replaced. Build it again; if that does not help, it is a fault of this program.`,
  );
}
