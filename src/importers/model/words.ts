/**
 * Runs of letters and runs of digits (so that a raised mark never counts as part of its word) and tick boxes, ligatures and
 * widths folded, in lower case.
 */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/\[x\]|☒/g, '☑')
      .replace(/\[ \]/g, '☐')
      .match(/\p{L}+|\p{N}+|[☑☐]/gu) ?? []
  );
}
