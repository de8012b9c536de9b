/** Runs of letters and runs of digits (so that a raised mark never counts as part of its word), ligatures and widths folded, in lower case. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}+|\p{N}+/gu) ?? []
  );
}

interface Comparison {
  /** Share of the first text's words that the second has too, 0 to 1; 1 when the first has none. */
  readonly kept: number;
  /** Words of the first text that the second lacks, as often as it lacks them. */
  readonly lost: readonly string[];
  /** Words of the second text that the first does not have. */
  readonly invented: readonly string[];
}

/**
 * Compares two texts by their words and how often each occurs. Where the first has a word with a hyphen at a line's
 * end, either may have it in one piece.
 */
export function compareWords(before: string, after: string): Comparison {
  const [from, to] = [count(wordsOf(before)), count(wordsOf(after))];
  const lost = difference(from, to);
  const invented = difference(to, from);
  const cut = new Set(
    [...before.matchAll(/(?<!\p{L})(\p{L}+)[-‐‑\u00ad]\s*$/gmu)].map(
      (match) => match[1]?.normalize('NFKC').toLowerCase() ?? '',
    ),
  );
  for (const [word, times] of invented) {
    const start = beginnings(word).find(
      (part) => cut.has(part) && has(lost, part) && has(lost, word.slice(part.length)),
    );
    for (let time = 0; start !== undefined && time < times; time++) {
      for (const part of [start, word.slice(start.length)]) take(lost, part);
      take(invented, word);
    }
  }
  // A reader that drops every hyphen at a line's end has `nonexecutive` where the other has `non-executive`.
  for (const [, start = '', end = ''] of after
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/(?<!\p{L})(\p{L}+)-(?=(\p{L}+))/gu)) {
    if (!has(lost, start + end) || !has(invented, start) || !has(invented, end)) continue;
    take(lost, start + end);
    for (const part of [start, end]) take(invented, part);
  }
  const total = [...from.values()].reduce((sum, times) => sum + times, 0);
  const missing = [...lost.values()].reduce((sum, times) => sum + times, 0);
  return { kept: total === 0 ? 1 : (total - missing) / total, lost: list(lost), invented: list(invented) };
}

/** The beginnings of a word, the shortest first; of what is longer than any word, none. */
function beginnings(word: string): string[] {
  return word.length > 100 ? [] : Array.from({ length: word.length - 1 }, (_, index) => word.slice(0, index + 1));
}

function count(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function difference(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): Map<string, number> {
  const rest = [...a].map(([word, times]) => [word, times - (b.get(word) ?? 0)] as const);
  return new Map(rest.filter(([, times]) => times > 0));
}

function has(words: ReadonlyMap<string, number>, word: string): boolean {
  return (words.get(word) ?? 0) > 0;
}

function take(words: Map<string, number>, word: string): void {
  words.set(word, Math.max(0, (words.get(word) ?? 0) - 1));
}

function list(words: ReadonlyMap<string, number>): string[] {
  return [...words].flatMap(([word, times]) => Array.from({ length: times }, () => word));
}
