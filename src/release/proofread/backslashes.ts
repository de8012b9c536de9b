import type { Node, Text, TextFinding } from './proofread.ts';

/**
 * Paths of Windows of which the page leaves a backslash out, since a sign follows that it escapes: `\\files\share`, `C:\_new`.
 * One before a sign elsewhere (`\$5`) is an escape that somebody wrote or a program made, and the page shows what it is for.
 */
export function backslashes(node: Node, { body }: Text): TextFinding[] {
  const { start, end } = node.position ?? {};
  const written = body.slice(start?.offset ?? 0, end?.offset ?? 0);
  return [...written.matchAll(new RegExp(PATH, 'gu'))].map((found) => ({
    line: (start?.line ?? 1) + written.slice(0, found.index).split('\n').length - 1,
    rule: 'sign-lost',
    // In the usual quotation marks a backslash would be doubled.
    message: `The page leaves a backslash out of "${found[0]}".`,
    hint: `Write each backslash twice: ${found[0].replaceAll('\\', '\\\\')}`,
  }));
}

/** A server's path, whose first backslash escapes the second, or a drive's with a backslash before a sign. Doubled ones are meant. */
export const PATH =
  /(?<![\w\\])(?:\\\\[\w.$-]+\\(?![\\\s])|[A-Za-z]:(?:\\\w[\p{L}\p{N}_.$-]{0,80}){0,20}\\[!-/:-@[\]^_`{-~])[\p{L}\p{N}_$-]*/u;
