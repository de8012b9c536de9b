import { posix } from 'node:path';

/** Folders whose files documents name; `releases/…` in them is an example, and an address begins with `/`. */
const OURS = /^(src|tests|bench|docs|public|\.github|\.ci)\//;

/**
 * The paths that a document says are there, each with its line: in code marks those that begin with a folder of ours,
 * and the targets of links, which are seen from the document's own folder. `*` stands for any name.
 * A path with `<…>` or `…` is an example of one, and commands that begin with `node` are of their first file.
 */
export function namedPaths(document: string, text: string): { path: string; line: number }[] {
  return text.split('\n').flatMap((content, index) => {
    const marked = [...content.matchAll(/`([^`]+)`/g)]
      .map(([, code = '']) => code.replace(/^node /, '').split(' ')[0] ?? '')
      .filter((code) => OURS.test(code) && !/[<…]/.test(code));
    const linked = [...content.matchAll(/\]\((?![a-z]+:|#|\/)([^)\s#]+)[^)]*\)/g)]
      .filter(({ index: at }) => !isInCode(content, at))
      .map(([, target = '']) => posix.join(posix.dirname(document), target));
    return [...marked, ...linked].map((path) => ({ path: path.replace(/\/$/, ''), line: index + 1 }));
  });
}

/** The names of all `npm run` commands of a document, in its order. */
export function namedCommands(text: string): string[] {
  return [...text.matchAll(/\bnpm run (?:-s )?([a-z][\w:-]*)/g)].map(([, name = '']) => name);
}

function isInCode(line: string, at: number): boolean {
  return (line.slice(0, at).match(/`/g) ?? []).length % 2 === 1;
}
