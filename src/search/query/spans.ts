/** Spans of years in words, as a person would say them: `2018 to 2024 and 2026`. Neighbouring and overlapping ones are one. */
export function spanWords(spans: readonly { readonly from: number; readonly to: number }[]): string {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && from <= last.to + 1) joined.splice(-1, 1, { from: last.from, to: Math.max(last.to, to) });
    else joined.push({ from, to });
  }
  const names = joined.map(({ from, to }) => (from === to ? String(from) : `${from} to ${to}`));
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');
}
