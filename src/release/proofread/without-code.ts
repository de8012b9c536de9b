/** The lines of a text, those of fenced code empty and without code within a line; their numbers stay. */
export function withoutCode(lines: readonly string[]): readonly string[] {
  let fence = '';
  return lines.map((line) => {
    const mark = /^\s*(```|~~~)/.exec(line)?.[1];
    if (mark !== undefined && (fence === '' || fence === mark)) fence = fence === '' ? mark : '';
    return fence !== '' || mark !== undefined ? '' : line.replace(/(`+)[^`]+\1/g, '');
  });
}
