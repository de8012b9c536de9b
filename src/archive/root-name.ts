import { HOST_NAMES, ROOT_FILES, ROOT_FOLDERS } from './site-paths.ts';

/** Whose a name in the site's root is: a folder or a file of the site, or of its host. */
export interface RootName {
  readonly owner: 'folder' | 'file' | 'host';
  /** As it is written. */
  readonly name: string;
}

/**
 * What a name in the site's root belongs to, in any letter case; `undefined` for one that is free.
 * A file stands for its compressed forms too.
 */
export function rootName(written: string): RootName | undefined {
  const name = written.toLowerCase();
  if (ROOT_FOLDERS.includes(name)) return { owner: 'folder', name };
  const plain = name.replace(/\.(?:br|gz)$/, '');
  const file = ROOT_FILES.find((one) => one.toLowerCase() === plain) ?? /^sitemap-\d+\.xml$/.exec(plain)?.[0];
  if (file !== undefined) return { owner: 'file', name: file + name.slice(plain.length) };
  const host = HOST_NAMES.find((one) => one.toLowerCase() === plain);
  // Hosts leave out names that begin with a dot, or read them as settings.
  if (host === undefined && !name.startsWith('.')) return undefined;
  return { owner: 'host', name: host === undefined ? written : host + name.slice(plain.length) };
}
