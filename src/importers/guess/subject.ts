import type { Line } from '../model/extract.ts';
import { isLabel } from './labels.ts';

/** The subject of a letter: the line in bold type or capitals below "Dear …", or what stands behind "Re:". `undefined` where there is none. */
export function subjectOf(lines: readonly Line[]): string | undefined {
  const page = lines.filter((line) => !line.running && line.column === undefined);
  const marked = page.slice(0, 40).find(({ text }) => MARK.test(text));
  if (marked) return marked.text.replace(MARK, '').trim();
  const dear = page.findIndex(({ text }) => /^dear\b/i.test(text) && text.length <= 60);
  if (dear === -1) return undefined;
  const below = page.slice(dear + 1, dear + 5);
  const first = below.findIndex(({ text, strong }) => (strong || isCapitals(text)) && !isLabel(text));
  // Text above it would make it a heading inside the letter.
  if (first === -1 || below.slice(0, first).some(({ text }) => text.length > 60)) return undefined;
  const head = below[first];
  if (!head) return undefined;
  const rest = below.slice(first + 1);
  const end = rest.findIndex(
    ({ text, strong, size }) =>
      strong !== head.strong || size !== head.size || isCapitals(text) !== isCapitals(head.text),
  );
  return [head, ...rest.slice(0, end === -1 ? undefined : end)].map(({ text }) => text.trim()).join(' ');
}

const MARK = /^(?:re|subject)\s*:\s*(?=\S)/i;

function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && /\p{L}{4}/u.test(text);
}
