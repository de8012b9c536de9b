/** A package as a lock file has it, as far as it says what the package needs. */
export interface LockEntry {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** Places in a lock file of all packages, for any system, that `root` needs and that those need. `packages` are its entries by place. */
export function neededPackages(root: LockEntry, packages: Readonly<Record<string, LockEntry>>): ReadonlySet<string> {
  const needed = new Set<string>();
  const visit = (place: string, entry: LockEntry): void => {
    const peers = Object.keys(entry.peerDependencies ?? {}).filter(
      (name) => entry.peerDependenciesMeta?.[name]?.optional !== true,
    );
    for (const name of [...Object.keys({ ...entry.dependencies, ...entry.optionalDependencies }), ...peers]) {
      const found = placeOf(name, place, packages);
      const next = found === undefined ? undefined : packages[found];
      if (found === undefined || next === undefined || needed.has(found)) continue;
      needed.add(found);
      visit(found, next);
    }
  };
  visit('', root);
  return needed;
}

/** Where Node finds a package from the package at `from`: in its own node_modules, or in one above. */
function placeOf(name: string, from: string, packages: Readonly<Record<string, unknown>>): string | undefined {
  for (let folder = from; ; folder = folder.replace(/(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/, '')) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages[place]) return place;
    if (folder === '') return undefined;
  }
}
