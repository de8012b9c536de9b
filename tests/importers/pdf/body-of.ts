import { importDocument } from '../../../src/importers/import-document.ts';
import { makePdf, type Mark } from '../make-pdf.ts';

/** The text that a PDF with these pages becomes. */
export async function bodyOf(...pages: readonly (readonly Mark[])[]): Promise<string> {
  const given = { code: ['XMX'], title: 'Layout' };
  const { draft } = await importDocument('a.pdf', makePdf({ pages }), given, { today: '2026-11-23' });
  return draft.body;
}

/** Texts side by side on one baseline. */
export function row(texts: readonly string[], xs: readonly number[], y: number, bold = false): Mark[] {
  return texts.map((text, column) => ({ text, x: xs[column] ?? 0, y, bold }));
}
