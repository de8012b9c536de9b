import { all } from './numbers.ts';
import { textOf, unwrap } from './text-of.ts';

/** Takes deleted and formerly placed text out, keeps what was inserted or moved there, and counts both; what is deleted is told. */
export function acceptChanges(document: Document): { changes: number; deleted: string } {
  const isMark = (element: Element) =>
    element.parentElement?.nodeName === 'w:rPr' || element.parentElement?.nodeName === 'w:trPr';
  // What a text looked like before is no part of it.
  for (const name of FORMER_LOOKS) for (const former of all(document, name)) former.remove();
  let changes = 0;
  const deleted: string[] = [];
  for (const name of ['w:ins', 'w:moveTo', 'w:del', 'w:moveFrom']) {
    for (const element of all(document, name)) {
      changes += 1;
      const row = element.parentElement?.nodeName === 'w:trPr' && name === 'w:del' ? element.closest('w\\:tr') : null;
      if (row) {
        deleted.push(all(row, 'w:p').map(textOf).join(' '));
        row.remove();
      }
      if (isMark(element)) continue;
      if (name === 'w:ins' || name === 'w:moveTo') unwrap(element);
      else {
        if (name === 'w:del')
          deleted.push([...element.querySelectorAll('w\\:delText, w\\:t')].map((text) => text.textContent).join(''));
        element.remove();
      }
    }
  }
  return {
    changes,
    deleted: deleted
      .map((text) => text.trim())
      .filter(Boolean)
      .join(' … '),
  };
}

const FORMER_LOOKS = [
  'w:rPrChange',
  'w:pPrChange',
  'w:tblPrChange',
  'w:tblGridChange',
  'w:tcPrChange',
  'w:trPrChange',
  'w:sectPrChange',
];
