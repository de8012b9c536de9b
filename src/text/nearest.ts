/**
 * The known name that is nearest to what was written, or `undefined` when none is near enough to be meant.
 * Nearness is the number of letters to change, two swapped neighbours counting as one; a third of the length may differ.
 * Ties go to the earlier name.
 */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  const plain = simplify(written);
  let best: { name: string; distance: number } | undefined;
  for (const name of known) {
    const distance = editDistance(plain, simplify(name));
    if (distance <= Math.max(1, Math.floor(name.length / 3)) && distance < (best?.distance ?? Infinity)) {
      best = { name, distance };
    }
  }
  return best?.name;
}

function simplify(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Optimal string alignment: insertions, deletions, replacements, and swaps of two neighbours (`titel`). */
export function editDistance(a: string, b: string): number {
  // Nobody means a name when what was written is far longer; the table stays small.
  if (Math.abs(a.length - b.length) > 20) return Infinity;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? (before[j - 2] ?? 0) + 1 : Infinity;
      next.push(Math.min(replace, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? Infinity;
}
