import { run } from './labels.ts';
import { all, one, value } from './numbers.ts';

/** Writes what Word has in two ways in the one that the converter knows: raised and lowered signs, struck-out text, tabs, line breaks. */
export function plainMarks(document: Document): void {
  for (const position of all(document, 'w:position')) {
    const own = position.closest('w\\:r');
    const points = Number(value(position, 'w:val'));
    if (!own || Math.abs(points) < LEAST_RAISED || textOf(own).length > LONGEST_RAISED) continue;
    position.replaceWith(element(document, 'w:vertAlign', points > 0 ? 'superscript' : 'subscript'));
  }
  for (const struck of all(document, 'w:dstrike'))
    struck.replaceWith(element(document, 'w:strike', value(struck, 'w:val') || 'true'));
  for (const tab of all(document, 'w:ptab')) tab.replaceWith(document.createElement('w:tab'));
  // Where a page ends, a line does.
  for (const end of [...all(document, 'w:cr'), ...all(document, 'w:br')])
    end.replaceWith(document.createElement('w:br'));
}

/** In half points: less only puts a sign in line with others. */
const LEAST_RAISED = 4;
/** More is no mark, but a text that somebody has moved. */
const LONGEST_RAISED = 6;

/** Writes what the boxes and lists of an older form show: `☒`, `☐`, the entry that was chosen. */
export function writeFormFields(document: Document): void {
  for (const field of all(document, 'w:ffData')) {
    const own = field.closest('w\\:r');
    const box = one(field, 'w:checkBox');
    const list = one(field, 'w:ddList');
    const state = value(one(list ?? box, list ? 'w:result' : 'w:checked'), 'w:val');
    const byDefault = value(one(list ?? box, 'w:default'), 'w:val');
    if (box) {
      // Without a value the mark itself says yes.
      const isTicked = one(box, 'w:checked') ? isOn(state) : one(box, 'w:default') !== undefined && isOn(byDefault);
      own?.before(run(document, isTicked ? '☒' : '☐'));
    } else if (list) {
      const entry = all(list, 'w:listEntry')[Number(state || byDefault || 0)];
      own?.before(run(document, value(entry, 'w:val')));
    }
  }
}

function isOn(written: string): boolean {
  return !/^(?:0|false|off)$/.test(written);
}

function textOf(element: Element): string {
  return all(element, 'w:t')
    .map(({ textContent }) => textContent)
    .join('');
}

function element(document: Document, name: string, val: string): Element {
  const made = document.createElement(name);
  made.setAttribute('w:val', val);
  return made;
}
