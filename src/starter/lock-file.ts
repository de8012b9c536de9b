/** A package as npm's lock files have it. */
type Entry = Readonly<Record<string, unknown>>;

interface Lock {
  readonly packages: Readonly<Record<string, Entry>>;
}

/**
 * `package-lock.json` of an archive whose package.json is `manifest`: the versions that the program's own `npm-shrinkwrap.json` names,
 * since npm reads that file of packages from a registry alone, and not of a tarball; and `devPackages`, entries of a lock file too,
 * which an installation with `--omit=dev` leaves out.
 */
export function lockFile(
  manifest: string,
  { shrinkwrap, devPackages }: { readonly shrinkwrap: string; readonly devPackages: string },
  { tarball, integrity }: { readonly tarball: string; readonly integrity: string },
): string {
  const { name, version, engines, dependencies, devDependencies } = JSON.parse(manifest) as Entry; // src/starter/starter-files.ts wrote it
  const { '': own = {}, ...packages } = (JSON.parse(shrinkwrap) as Lock).packages; // npm wrote it
  const { name: program, ...rest } = own;
  const entry = { ...rest, resolved: `file:${tarball}`, integrity };
  const all = {
    [`node_modules/${String(program)}`]: entry,
    ...packages,
    ...(JSON.parse(devPackages) as Lock['packages']),
  }; // packaging/prepare.ts wrote it
  const root = { name, version, dependencies, devDependencies, engines };
  const lock = {
    name,
    version,
    lockfileVersion: 3,
    requires: true,
    packages: { '': root, ...all },
  };
  return `${JSON.stringify(lock, undefined, 2)}\n`;
}
