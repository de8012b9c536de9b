import { diffArrays } from 'diff';

/** A run of words that stands in both texts, or in one of them alone. */
export interface Run {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Figures that were exchanged, with the words around them in the later text. */
interface FigureChange {
  readonly before: string;
  readonly was: string;
  readonly now: string;
  readonly after: string;
}

/** What two texts differ in. */
interface Differences {
  /** In order: how many lines stand in both texts, or a line in which they differ. */
  readonly passages: readonly (number | readonly Run[])[];
  readonly figures: readonly FigureChange[];
  /** Words that were taken out, were put in, and that both have. */
  readonly words: { readonly removed: number; readonly added: number; readonly same: number };
}

/**
 * Compares two texts, given in lines, word by word: what was taken out stands before what was put in its place, and a figure
 * with its signs counts as one word. Lines without enough words in common are shown whole, the earlier text's first.
 */
export function compareTexts(was: readonly string[], now: readonly string[]): Differences {
  const passages: (number | readonly Run[])[] = [];
  let removed: readonly string[] = [];
  const flush = (added: readonly string[]): void => {
    passages.push(...compareLines(removed, added));
    removed = [];
  };
  const parts = diffArrays([...was], [...now], { maxEditLength: MOST_EDITS });
  if (!parts) passages.push(...wholeLines(was, now));
  for (const part of parts ?? []) {
    if (part.removed) removed = part.value;
    else if (part.added) flush(part.value);
    else {
      flush([]);
      passages.push(part.value.length);
    }
  }
  flush([]);
  const lines = passages.filter((passage) => typeof passage !== 'number');
  const count = (kind: Run['kind']): number =>
    lines.flat().reduce((sum, run) => sum + (run.kind === kind ? wordsIn(run.text) : 0), 0);
  const all = was.reduce((sum, line) => sum + wordsIn(line), 0);
  return {
    passages,
    figures: lines.flatMap(figureChanges),
    words: { removed: count('removed'), added: count('added'), same: all - count('removed') },
  };
}

/** A figure with the signs and letters that belong to it, a word, or a sign. */
const TOKEN = /[A-Z]{0,3}[$€£¥]?[+-]?\d(?:[\d,.:/-]*\d)?(?:%|[A-Za-z]+\b)?|[\p{L}\p{M}\d'’]+|\s+|[^\p{L}\p{M}\d\s]/gu;

/** True where a text holds a figure. */
export function hasFigure(text: string): boolean {
  return /\d/.test(text);
}

/** A text in tokens, so that figures can be told from words. */
export function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

const LINE_END = '\n';
/** Share of the shorter text's words that both must have, or nobody could read the two in one another. */
const IN_COMMON = 0.3;
/** Differences, in lines or tokens, up to which texts are compared: the time grows with their square. */
const MOST_EDITS = 2_000;

function compareLines(was: readonly string[], now: readonly string[]): Run[][] {
  const least = Math.min(...[was, now].map((lines) => wordsOf(lines.join(' ')).length)) * IN_COMMON;
  // Most corrections do not repeat the release; to look for its words in their order would take long.
  if (was.length === 0 || now.length === 0 || sharedWords(was, now) < least) return wholeLines(was, now);
  const tokens = (lines: readonly string[]): string[] =>
    lines.flatMap((line, index) => [...(index > 0 ? [LINE_END] : []), ...tokensOf(line)]);
  const parts = diffArrays(tokens(was), tokens(now), { maxEditLength: MOST_EDITS });
  const runs = joinChanges(
    (parts ?? []).map(({ removed, added, value }) =>
      run(removed ? 'removed' : added ? 'added' : 'same', value.join('')),
    ),
  );
  const same = runs.reduce((sum, one) => sum + (one.kind === 'same' ? wordsIn(one.text) : 0), 0);
  return parts && same >= least ? inLines(runs) : wholeLines(was, now);
}

function wholeLines(was: readonly string[], now: readonly string[]): Run[][] {
  return [...was.map((text) => [run('removed', text)]), ...now.map((text) => [run('added', text)])];
}

/** Puts changes together between which nothing but spaces and signs stands, what was taken out first. */
function joinChanges(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  let [removed, added] = ['', ''];
  const flush = (): void => {
    if (removed !== '') joined.push(run('removed', removed));
    if (added !== '') joined.push(run('added', added));
    [removed, added] = ['', ''];
  };
  runs.forEach(({ kind, text }, index) => {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (/^[^\p{L}\d\n]+$/u.test(text) && removed + added !== '' && index < runs.length - 1) {
      removed += text;
      added += text;
    } else {
      flush();
      joined.push(run('same', text));
    }
  });
  flush();
  return joined;
}

/** The runs of each line. A line end that one text alone has is a space in the other's line. */
function inLines(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const { kind, text } of runs) {
    text.split(LINE_END).forEach((part, index) => {
      if (index > 0) {
        if (kind === 'removed') lines.at(-1)?.push(run('removed', ' '));
        else lines.push([]);
      }
      if (part !== '') lines.at(-1)?.push(run(kind, part));
    });
  }
  return lines.filter((line) => line.length > 0);
}

function figureChanges(line: readonly Run[]): FigureChange[] {
  return line.flatMap((one, index) => {
    const next = line[index + 1];
    if (one.kind !== 'removed' || next?.kind !== 'added') return [];
    if (!hasFigure(one.text) || !hasFigure(next.text)) return [];
    const [before, after] = [line[index - 1], line[index + 2]];
    return [
      {
        before: before?.kind === 'same' ? before.text.split(/\s+/).slice(-7).join(' ') : '',
        was: one.text.trim(),
        now: next.text.trim(),
        after: after?.kind === 'same' ? after.text.split(/\s+/).slice(0, 5).join(' ') : '',
      },
    ];
  });
}

/** How many words both have, in whatever order. */
function sharedWords(was: readonly string[], now: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of wordsOf(was.join(' '))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return wordsOf(now.join(' ')).filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left > 0;
  }).length;
}

function wordsOf(text: string): string[] {
  return tokensOf(text).filter((token) => /[\p{L}\d]/u.test(token));
}

function wordsIn(text: string): number {
  return wordsOf(text).length;
}

function run(kind: Run['kind'], text: string): Run {
  return { kind, text };
}
