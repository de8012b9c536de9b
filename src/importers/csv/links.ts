/** What a spreadsheet shows of a cell that is a link by a formula, `=HYPERLINK("https://example.com/a.pdf","First metal")`, and where it leads. */
interface CellLink {
  readonly address: string;
  /** Absent where the formula has no words of its own, and the cell shows the address. */
  readonly text?: string;
}

/** The link of a cell; `undefined` for any other cell, and for a formula that takes its words or its address from another one. */
export function linkIn(cell: string): CellLink | undefined {
  const [, address, text] =
    /^=\s*HYPERLINK\(\s*"((?:[^"]|"")+)"\s*(?:[,;]\s*"((?:[^"]|"")*)"\s*)?\)$/i.exec(cell.trim()) ?? [];
  if (address === undefined) return undefined;
  return { address: plain(address), ...(text === undefined ? {} : { text: plain(text) }) };
}

/** True for a formula that a list holds in the place of what it gives. */
export function isFormula(cell: string): boolean {
  return /^=\s*[A-Z][A-Z.]*\(/i.test(cell);
}

/** A formula writes a quotation mark twice. */
function plain(written: string): string {
  return written.replaceAll('""', '"').trim();
}
