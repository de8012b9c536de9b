import { isMarkerAlone } from '../model/list-marker.ts';
import { all, one, value } from './numbers.ts';

/** Makes a table of paragraphs one below the other whose columns are kept apart by tabs, of which a page shows nothing. */
export function tableTabRows(document: Document, names: ReadonlyMap<string, string>): void {
  let rows: Row[] = [];
  const flush = () => {
    if (isTable(rows)) writeTable(document, rows);
    rows = [];
  };
  for (const paragraph of all(document, 'w:p')) {
    const cells = cellsOf(paragraph, names);
    const last = rows.at(-1);
    const goesOn =
      last !== undefined &&
      last.paragraph.nextElementSibling === paragraph &&
      last.cells.length === cells.length &&
      textOf(cells[0]) !== '';
    if (!goesOn) flush();
    if (cells.length > 1) rows.push({ paragraph, cells });
  }
  flush();
}

interface Row {
  readonly paragraph: Element;
  /** What stands between its tabs. */
  readonly cells: readonly (readonly Element[])[];
}

/** True for rows that have something in each outer column, and neither labels of a list nor those of an address in the first. */
function isTable(rows: readonly Row[]): boolean {
  return (
    rows.length > 1 &&
    rows.every(({ cells }, at) => {
      const first = textOf(cells[0]);
      return (
        (first !== '' || (at === 0 && cells.length > 2)) &&
        textOf(cells.at(-1)) !== '' &&
        !first.endsWith(':') &&
        !isMarkerAlone(first)
      );
    })
  );
}

function textOf(cell: readonly Element[] = []): string {
  return cell
    .flatMap((part) => all(part, 'w:t'))
    .map(({ textContent }) => textContent)
    .join('')
    .trim();
}

/** The runs between the tabs of a paragraph of the text; of items of lists and headings there is one cell. */
function cellsOf(paragraph: Element, names: ReadonlyMap<string, string>): Element[][] {
  const properties = [...paragraph.children].find(({ nodeName }) => nodeName === 'w:pPr');
  const cells: Element[][] = [[]];
  const style = names.get(value(one(properties, 'w:pStyle'), 'w:val')) ?? '';
  const isOther = /^(?:heading|title|subtitle|caption|toc|list)\b/i.test(style);
  if (isOther || one(properties, 'w:numPr') || paragraph.closest('w\\:tc')) return cells;
  for (const part of paragraph.children) {
    if (part === properties) continue;
    const tabs = [...part.children].filter(({ nodeName }) => nodeName === 'w:tab');
    if (part.nodeName !== 'w:r' || tabs.length === 0) {
      cells.at(-1)?.push(part);
      continue;
    }
    let open = emptyLike(part);
    cells.at(-1)?.push(open);
    for (const child of [...part.children]) {
      if (child.nodeName === 'w:tab') cells.push([(open = emptyLike(part))]);
      else if (child.nodeName !== 'w:rPr') open.append(child.cloneNode(true));
    }
  }
  return cells;
}

/** A run of the same look without a text. */
function emptyLike(run: Element): Element {
  const made = run.ownerDocument.createElement('w:r');
  const look = one(run, 'w:rPr');
  if (look) made.append(look.cloneNode(true));
  return made;
}

function writeTable(document: Document, rows: readonly Row[]): void {
  const make = (name: string, children: readonly Element[]): Element => {
    const element = document.createElement(name);
    element.append(...children);
    return element;
  };
  const written = rows.map(({ cells }) =>
    make(
      'w:tr',
      cells.map((cell) => make('w:tc', [make('w:p', cell)])),
    ),
  );
  rows[0]?.paragraph.before(make('w:tbl', written));
  for (const { paragraph } of rows) paragraph.remove();
}
