import { quote } from '../../text/quote.ts';
import type { Node, Text, TextFinding } from './proofread.ts';

/** Underscores around words that have one within them, which most likely are all meant as signs: `_Forward looking_statement_`. */
export function underscores(node: Node, { body }: Text): TextFinding[] {
  const { start, end } = node.position ?? {};
  const written = body.slice(start?.offset ?? 0, end?.offset ?? 0);
  if (!written.startsWith('_')) return [];
  // Names of files and addresses have underscores of their own.
  const isOdd = written.split(/\s+/).some((word) => /\p{L}_\p{L}/u.test(word) && !/[./@:\\]\w/.test(word));
  if (!isOdd) return [];
  return [
    {
      line: start?.line ?? 1,
      rule: 'sign-lost',
      message: `The outer underscores of ${quote(written)} are read as emphasis; the page leaves them out and sets what is between them in italics.`,
      hint: 'Put a backslash before each underscore that is meant as a sign: \\_.',
    },
  ];
}
