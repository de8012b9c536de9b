import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { ending } from '../release/file-name.ts';

/** The documents that lie in a releases folder beside their releases, found by what they hold. */
export interface Originals {
  /** The id of the release beside which the very same document lies already, whatever its date and headline are by now. */
  readonly find: (name: string, bytes: Uint8Array) => Promise<string | undefined>;
  /** Notes a document that was written since. */
  readonly add: (id: string, name: string, bytes: Uint8Array) => void;
}

/** Looks through the folder when it is first asked, and once only. */
export function createOriginals(root: string): Originals {
  let sizes: Promise<Map<string, string[]>> | undefined;
  const keyOf = (name: string, size: number) => `${ending(name)} ${size}`;
  return {
    async find(name, bytes) {
      sizes ??= stemsBySize(root, keyOf);
      for (const id of (await sizes).get(keyOf(name, bytes.length)) ?? []) {
        const held = await readFile(path.join(root, `${id}.${ending(name)}`)).catch(() => undefined);
        if (held && Buffer.compare(held, bytes) === 0) return id;
      }
      return undefined;
    },
    add(id, name, bytes) {
      void sizes?.then((known) => {
        const key = keyOf(name, bytes.length);
        known.set(key, [...(known.get(key) ?? []), id]);
      });
    },
  };
}

/** The ids of releases by the ending and the size of the files that are named like them. */
async function stemsBySize(
  root: string,
  keyOf: (name: string, size: number) => string,
): Promise<Map<string, string[]>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
  const releases = new Set(files.filter((file) => file.endsWith('.md')));
  const sizes = new Map<string, string[]>();
  for (const file of files.toSorted()) {
    const stem = file.slice(0, file.length - path.extname(file).length);
    if (file.endsWith('.md') || !releases.has(`${stem}.md`)) continue;
    const key = keyOf(file, (await stat(file)).size);
    sizes.set(key, [...(sizes.get(key) ?? []), path.relative(root, stem).replaceAll('\\', '/')]);
  }
  return sizes;
}
