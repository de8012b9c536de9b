// Apart from what understands a search, which the page leaves to its worker.

/** What was typed, without a part of it, which may have been written with other spaces and signs. */
export function withoutPart(q: string, part: string): string {
  const exact = q.toLowerCase().indexOf(part.toLowerCase());
  const found = exact === -1 ? loosely(part).exec(q) : { 0: part, index: exact };
  if (found === null || part === '') return q;
  return `${q.slice(0, found.index)} ${q.slice(found.index + found[0].length)}`.replace(/\s+/g, ' ').trim();
}

function loosely(part: string): RegExp {
  const letters = [...part.matchAll(/[\p{L}\p{N}]/gu)].map(([letter]) => letter);
  return new RegExp(`(?<![\\p{L}\\p{N}])${letters.join('[^\\p{L}\\p{N}]*')}(?![\\p{L}\\p{N}])`, 'iu');
}
