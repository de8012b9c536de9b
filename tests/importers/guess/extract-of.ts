import type { Extract, Line } from '../../../src/importers/model/extract.ts';

/** An extract that holds these lines alone, on its first page unless they say otherwise. */
export function extractOf(texts: readonly (string | Partial<Line>)[], about: Extract['about'] = {}): Extract {
  const lines = texts.map((line) => ({
    text: '',
    page: 1,
    strong: false,
    ...(typeof line === 'string' ? { text: line } : line),
  }));
  return { blocks: [], lines, about, notes: [] };
}
