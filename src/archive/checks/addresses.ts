import { mediaType } from '../../release/file-name.ts';
import { quote, type Problem } from '../../release/problem.ts';
import { publishedFiles } from '../files.ts';
import type { ReleasesFolder } from '../read.ts';
import { fold } from './attachments.ts';
import type { Surroundings } from './checked.ts';

/** Two releases that some systems cannot tell apart would become one page. */
export function sameAddress(folder: ReleasesFolder): Problem[] {
  const groups = Map.groupBy(folder.ids, fold);
  return [...groups.values()].flatMap((ids) =>
    ids.slice(1).map((id) => ({
      file: folder.fileOf(id),
      line: 1,
      rule: 'id-duplicate',
      severity: 'error' as const,
      message: `The name differs from ${quote(folder.fileOf(ids[0] ?? ''))} by letter case or accents alone; some systems hold one of them only.`,
      hint: 'Rename one of the two files.',
    })),
  );
}

/** A file beside a release must not have the address of another release: `2020/a` with `b.pdf`, and `2020/a/b.pdf.md`. */
export function fileAddressProblems({ folder, ids }: Surroundings): Problem[] {
  // Hardly any release is named like a file; without one there is nothing to compare.
  const named = new Map(
    [...ids].flatMap((id) =>
      segmentPaths(id)
        .filter((path) => mediaType(path) !== undefined)
        .map((path) => [fold(path), id] as const),
    ),
  );
  if (named.size === 0) return [];
  return folder.releases.flatMap((release) =>
    publishedFiles(release, folder.files).flatMap(({ name }) => {
      const other = named.get(fold(`${release.id}/${name}`));
      if (other === undefined) return [];
      const at = (release.attachments ?? []).findIndex((entry) => 'file' in entry && entry.file === name);
      const field = at === -1 ? undefined : `attachments.${at}`;
      return [
        {
          file: folder.fileOf(release.id),
          line: field === undefined ? folder.bodyLineOf(release.id) : folder.lineOf(release.id, field),
          ...(field === undefined ? {} : { field }),
          rule: 'attachment-address-taken',
          severity: 'error' as const,
          message: `${quote(name)} would have the address of the release ${quote(other)}.`,
          hint: 'Rename the file, or the other release.',
        },
      ];
    }),
  );
}

/** The addresses that the site has. */
export interface SitePages {
  /** What stands at a path (without slashes around it, in lower case), in words for a message; `undefined` where nothing does. */
  readonly at: (path: string) => string | undefined;
  /** True for an address that the site answers, aliases among them; a fragment or a query does not matter. */
  readonly has: (address: string) => boolean;
}

/** The addresses of the site that these releases become. */
export function sitePages({ folder }: Surroundings): SitePages {
  const releases = new Map(folder.ids.map((id) => [fold(id), id]));
  const aliases = new Set(folder.releases.flatMap((release) => (release.aliases ?? []).map(addressPath)));
  const at = (path: string): string | undefined => {
    const [first = '', ...rest] = path.split('/');
    if (path === '') return 'the home page';
    if (OWN_FOLDERS.includes(first)) return `the folder /${first}/`;
    if (rest.length === 0 && /\.|^sha256sums$|^_/.test(first) && !/\.html?$/.test(first)) return `the file /${first}`;
    if (first !== 'releases') return path === '404.html' ? 'the file /404.html' : undefined;
    const id = rest.join('/');
    if (id === '' || /^\d+(\/\d+)?(\/.*\.(xml|json))?$/.test(id)) return 'a list';
    const owner = [id.replace(/\.md$/, ''), ...segmentPaths(id)].find((part) => releases.has(part));
    return owner === undefined ? undefined : `the release ${quote(releases.get(owner) ?? owner)}`;
  };
  return {
    at,
    has(address) {
      const path = addressPath(address.replace(/[?#].*$/, ''));
      return at(path) !== undefined || aliases.has(path);
    },
  };
}

const OWN_FOLDERS: readonly string[] = [
  'types',
  'companies',
  'price-sensitive',
  'corrections',
  'search',
  'feeds',
  'archive',
  'data',
  'pagefind',
  '_astro',
  '.well-known',
];

/** An address as its path without the slashes around it, so that all ways of writing it are one. */
export function addressPath(address: string): string {
  return fold(decode(address))
    .replace(/(^|\/)index\.html$/, '$1')
    .replace(/^\/|\/$/g, '');
}

function decode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** `a`, `a/b` and `a/b/c` of `a/b/c`. */
export function segmentPaths(path: string): string[] {
  const segments = path.split('/');
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}
