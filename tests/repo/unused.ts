import { posix } from 'node:path';
import ts from 'typescript';
import { codeOf, type SourceFile } from './source-files.ts';

/** What one file gives to others and takes from them. */
interface Links {
  readonly path: string;
  /** Names that it exports, with their lines. */
  readonly exported: ReadonlyMap<string, number>;
  /** Names that it takes from a file, by that file's path; `*` where it takes all, or only starts it. */
  readonly taken: ReadonlyMap<string, ReadonlySet<string>>;
  /** Packages that it imports. */
  readonly packages: ReadonlySet<string>;
}

/**
 * Every export of `src` and `bench` that no other file there imports, as `path:line export name: why`.
 * What Astro takes from a route by its name counts as used; what tests alone take does not.
 */
export function unusedExports(files: readonly SourceFile[]): string[] {
  const all = files.map(linksOf);
  return all
    .filter(({ path }) => isProgram(path) && !isRoute(path))
    .flatMap(({ path, exported }) =>
      [...exported].flatMap(([name, line]) => {
        const takers = all.filter((other) => other.path !== path && takes(other, path, name));
        if (takers.some((taker) => !taker.path.startsWith('tests/'))) return [];
        const why = takers.length > 0 ? 'only tests import it.' : 'no other file imports it.';
        return [`${path}:${line} export ${name}: ${why}`];
      }),
    );
}

/**
 * Every file of `src` that cannot be reached from a route, from a command in `scripts` or from a configuration
 * at the root, in the order given. Imports lead on, and so do addresses of files: `new URL('./worker.ts', …)`.
 */
export function unusedFiles(files: readonly SourceFile[], scripts: readonly string[]): string[] {
  const all = new Map(files.map((file) => [file.path, linksOf(file)]));
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const to of all.get(path)?.taken.keys() ?? []) visit(to);
  };
  const started = scripts.flatMap((script) => script.match(/\bsrc\/\S+\.ts\b/g) ?? []);
  for (const path of all.keys()) if (isRoute(path) || !path.includes('/') || started.includes(path)) visit(path);
  return [...all.keys()].filter((path) => path.startsWith('src/') && !reached.has(path));
}

/** Every name of a package that no file imports, in the order given. */
export function unusedPackages(files: readonly SourceFile[], names: readonly string[]): string[] {
  const used = new Set(files.flatMap((file) => [...linksOf(file).packages]));
  return names.filter((name) => !used.has(name));
}

function isProgram(path: string): boolean {
  return /^(src|bench)\/.*\.ts$/.test(path);
}

/** A file of `src/pages` whose path holds no part that begins with `_`: Astro makes a page or a file of it. */
function isRoute(path: string): boolean {
  return path.startsWith('src/pages/') && !path.includes('/_');
}

function takes({ taken }: Links, path: string, name: string): boolean {
  const names = taken.get(path);
  return names !== undefined && (names.has(name) || names.has('*'));
}

/** Several questions are asked of the same files, and reading them takes longer than any answer. */
const known = new WeakMap<SourceFile, Links>();

function linksOf(file: SourceFile): Links {
  const links = known.get(file) ?? readLinks(file);
  known.set(file, links);
  return links;
}

function readLinks(file: SourceFile): Links {
  const exported = new Map<string, number>();
  const taken = new Map<string, Set<string>>();
  const packages = new Set<string>();
  const take = (specifier: string, names: readonly string[]): void => {
    if (!/^\.{0,2}\//.test(specifier)) {
      packages.add(/^(@[^/]+\/[^/]+|[^/:]+)/.exec(specifier)?.[0] ?? specifier);
      return;
    }
    const target = posix.join(posix.dirname(file.path), specifier.replace(/\?.*$/, ''));
    taken.set(target, new Set([...(taken.get(target) ?? []), ...names]));
  };
  for (const code of codeOf(file)) {
    const source = ts.createSourceFile(file.path, code, ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      readNode(node, take);
      ts.forEachChild(node, visit);
    };
    visit(source);
    for (const { name, position } of source.statements.flatMap(exportsOf)) {
      exported.set(name, source.getLineAndCharacterOfPosition(position).line + 1);
    }
  }
  return { path: file.path, exported, taken, packages };
}

function readNode(node: ts.Node, take: (specifier: string, names: readonly string[]) => void): void {
  if (ts.isImportDeclaration(node)) take(textOf(node.moduleSpecifier), importedNames(node.importClause));
  else if (ts.isExportDeclaration(node) && node.moduleSpecifier) take(textOf(node.moduleSpecifier), ['*']);
  else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    take(textOf(node.argument.literal), node.qualifier ? [firstName(node.qualifier)] : ['*']);
  } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    for (const specifier of node.arguments.slice(0, 1)) take(textOf(specifier), awaitedNames(node));
  } else if (ts.isNewExpression(node) && node.expression.getText() === 'URL') {
    const [address] = node.arguments ?? [];
    // What is started at an address runs by itself, so none of its names is taken.
    if (address && /^\.{1,2}\/.*\.ts$/.test(textOf(address))) take(textOf(address), []);
  }
}

function importedNames(clause: ts.ImportClause | undefined): string[] {
  const bindings = clause?.namedBindings;
  const named = !bindings
    ? []
    : ts.isNamespaceImport(bindings)
      ? ['*']
      : bindings.elements.map(({ propertyName, name }) => (propertyName ?? name).text);
  return clause?.name ? ['default', ...named] : named;
}

/** The names of `const { a } = await import('…')`; all where the module goes elsewhere as a whole. */
function awaitedNames(call: ts.CallExpression): string[] {
  const declaration = ts.isAwaitExpression(call.parent) ? call.parent.parent : call.parent;
  if (!ts.isVariableDeclaration(declaration) || !ts.isObjectBindingPattern(declaration.name)) return ['*'];
  return declaration.name.elements.map(({ propertyName, name }) => (propertyName ?? name).getText());
}

function exportsOf(statement: ts.Statement): { name: string; position: number }[] {
  if (ts.isExportAssignment(statement)) return [{ name: 'default', position: statement.getStart() }];
  if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
    return statement.exportClause.elements.map(({ name }) => ({ name: name.text, position: name.getStart() }));
  }
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
  const isDefault = modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
  const declared = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [statement];
  return declared.map((declaration) => {
    const { name } = declaration as ts.NamedDeclaration; // what can be exported has a name, or is the default
    return { name: isDefault || !name ? 'default' : name.getText(), position: (name ?? declaration).getStart() };
  });
}

function firstName(name: ts.EntityName): string {
  return ts.isIdentifier(name) ? name.text : firstName(name.left);
}

function textOf(node: ts.Node): string {
  return ts.isStringLiteralLike(node) ? node.text : '';
}
