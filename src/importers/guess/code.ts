import { codeFinding } from '../../release/value-findings.ts';
import type { Extract, Line } from '../model/extract.ts';
import { hintedCode, mentionsOf, type Mention } from './code-mentions.ts';
import type { Guess, Knowledge } from './guess.ts';
import { isAnotherFirst } from './other-exchanges.ts';
import { companiesIn } from './company-names.ts';
import { hasSmallWords } from './names.ts';
import { isOfAnotherName } from './named-codes.ts';

/** The lodging company's code; `unknown` where the text names one that the archive does not know. */
interface CodeGuess {
  readonly code?: Guess;
  readonly unknown?: Guess;
}

/**
 * The lodging company's code. In an archive that knows companies only one of theirs: as a form's field states it, by the name
 * at the top of the first page, by its code in the text, by its name elsewhere; the only company's where the text names no
 * code at all, with whatever looks like another's as its evidence. Another company's code alone is `unknown`. In an archive that knows none, the code of a form's field, or the
 * one that comes first and most often, unless a company of another exchange is named before. Where several fit alike: nothing.
 */
export function guessCode({ lines }: Extract, knowledge: Knowledge): CodeGuess {
  const { companies = [], onlyCode } = knowledge;
  const codes = [...(knowledge.codes ?? []), ...companies.map(({ code }) => code), onlyCode ?? []].flat();
  const field = fieldCode(lines);
  const mentions = mentionsOf(lines);
  if (codes.length === 0) {
    const found = field ?? leading(mentions, lines);
    const isAnother = (code: string) =>
      isAnotherFirst(lines, code) || isOfAnotherName(headOf(lines), lines, mentions, code);
    return found && (field || !isAnother(found.value)) ? { code: found } : {};
  }
  if (field && codes.includes(field.value)) return { code: field };
  const head = companiesIn(headOf(lines), companies);
  const own = mentions.filter(({ code }) => codes.includes(code));
  if (head.length === 1 && head[0]) {
    const another = foreignAbove(headOf(lines), mentions, { codes, companies });
    return { code: another ? { ...head[0], evidence: besides(head[0], another) } : head[0] };
  }
  const known = leading(own, lines);
  if (known) return { code: known };
  const named = companiesIn(
    [...lines.slice(0, LINES_FOR_NAMES), ...lines.slice(LINES_FOR_NAMES).slice(-100)],
    companies,
  );
  const foreign = field ?? leading(mentions, lines);
  const [name] = named;
  if (named.length === 1 && name) return { code: foreign ? { ...name, evidence: besides(name, foreign) } : name };
  if (own.length > 0 || named.length > 1) return {};
  if (foreign) return { unknown: foreign };
  if (onlyCode === undefined || mentions.length > 0) return {};
  return { code: { value: onlyCode, evidence: standInEvidence(lines, codes), confidence: 'stand-in' } };
}

/** What led to a company that the document names by its name, while the only codes in it are another's. */
function besides({ evidence }: Guess, foreign: Pick<Guess, 'evidence'>): string {
  return `${evidence}; but the document’s code is another: ${foreign.evidence}`;
}

/**
 * Another company's code, with nothing but names beside it, above any line that names one of the archive's: a letter of
 * theirs may name ours below. In a headline it has words around it.
 */
function foreignAbove(
  head: readonly Line[],
  mentions: readonly Mention[],
  { codes, companies }: { codes: readonly string[]; companies: NonNullable<Knowledge['companies']> },
): Mention | undefined {
  for (const line of head) {
    const here = mentions.filter((mention) => mention.line === line);
    if (companiesIn([line], companies).length > 0 || here.some(({ code }) => codes.includes(code))) return undefined;
    if (here[0] && !hasSmallWords(line.text)) return here[0];
  }
  return undefined;
}

/** Why the only company stands in; a word that may be another company's code is shown, so that somebody looks. */
function standInEvidence(lines: readonly Line[], codes: readonly string[]): string {
  const hinted = hintedCode(lines, codes);
  const only = 'it is the only company of the archive';
  return hinted === undefined ? only : `${only}; but the document names another code: ${hinted}`;
}

/** A longer document names many others; its end names its own company again. */
const LINES_FOR_NAMES = 400;

/** What a form's own field says, beside it or below it. */
function fieldCode(lines: readonly Line[]): Guess | undefined {
  for (const [index, line] of lines.entries()) {
    const label =
      /^(?:\d+(?:\.\d+)*\w?\s+)?\W{0,3}asx (?:issuer |security |entity )?code:?(?:\s+([A-Z0-9]{3}))?$/i.exec(line.text);
    if (!label) continue;
    const value = label[1] ?? lines[index + 1]?.text.trim() ?? '';
    if (codeFinding(value) === undefined)
      return { value, evidence: `${line.text}${label[1] ? '' : ` ${value}`}`, confidence: 'certain' };
  }
  return undefined;
}

/** The code that running heads or the text name first, where it is named more often than any other or stands alone at the top. */
function leading(mentions: readonly Mention[], lines: readonly Line[]): Guess | undefined {
  // A line of this length is a paragraph of a text without pages, which may be one of a list of companies.
  const top = new Set(headOf(lines).filter(({ text }) => text.length <= 200));
  const inHead = new Set(mentions.filter(({ line }) => top.has(line)).map(({ code }) => code));
  const counts = Map.groupBy(mentions, ({ code }) => code);
  const first = mentions.find(({ line }) => line.running) ?? mentions[0];
  if (!first) return undefined;
  const times = (code: string) => counts.get(code)?.reduce((sum, { line }) => sum + (line.times ?? 1), 0) ?? 0;
  const isAlone = inHead.size === 1 && inHead.has(first.code);
  const isMost = [...counts.keys()].every((code) => code === first.code || times(code) < times(first.code));
  return isAlone || isMost ? { value: first.code, evidence: first.evidence, confidence: 'likely' } : undefined;
}

/** The lines above the text of the first page, and its running heads. */
function headOf(lines: readonly Line[]): readonly Line[] {
  const first = lines.filter((line) => line.page === 1);
  return [...first.filter((line) => !line.running).slice(0, 12), ...first.filter((line) => line.running)];
}
