import { codeFinding } from '../release/value-findings.ts';
import type { Extract } from './document.ts';
import type { Guess, Knowledge } from './guess.ts';
import { maxOf } from './max-of.ts';

/**
 * The lodging company's code: a form's own field, `ASX:ASM` in the text, or the name of a company that the archive
 * knows at the top of the first page. Where the text names several codes and none comes first in every way: `undefined`.
 */
export function guessCode({ lines }: Extract, companies: NonNullable<Knowledge['companies']>): Guess | undefined {
  const field = lines.findIndex((line) => /^(?:\d+(?:\.\d+)*\w?\s+)?\W{0,3}asx (?:issuer )?code:?$/i.test(line.text));
  const value = lines[field + 1]?.text ?? '';
  if (field !== -1 && codeFinding(value) === undefined)
    return { value, evidence: `${lines[field]?.text} ${value}`, confidence: 'certain' };
  const seen = lines.flatMap((line) =>
    [...line.text.matchAll(CODE)].map((match) => ({ code: match[1] ?? '', evidence: match[0] })),
  );
  const codes = Map.groupBy(seen, (entry) => entry.code);
  const first = seen[0];
  if (first) {
    // Another company's code may be named too; the lodging company's comes first and no other comes more often.
    const most = maxOf(
      [...codes.values()].map((entries) => entries.length),
      0,
    );
    if (codes.size === 1 || codes.get(first.code)?.length === most)
      return { value: first.code, evidence: first.evidence, confidence: 'likely' };
    return undefined;
  }
  const head = lines.filter((line) => line.page === 1).slice(0, 25);
  const folded = head.map((line) => fold(line.text.slice(0, 1000)));
  const named = companies.filter(({ name }) => folded.some((text) => text.includes(fold(name))));
  const [only] = named;
  return only && named.length === 1 ? { value: only.code, evidence: only.name, confidence: 'likely' } : undefined;
}

// A code on its own: `ASX:ASM`, `ASX: ASM`, `ASX code: ASM`, `(ASX:ASM, OTC:ASMMF)`.
const CODE = /\bASX(?:\s+(?:issuer\s+)?(?:code|ticker))?\s?[:–-]\s?([A-Z0-9]{3,6})\b(?![a-z])/g;

function fold(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, ' ');
}
