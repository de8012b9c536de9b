import { all, one, value } from './numbers.ts';

/** Sets empty cells where a row begins at a later column or ends at an earlier one, so that each figure stays in its column. */
export function fillRows(document: Document): void {
  for (const row of all(document, 'w:tr')) {
    const properties = [...row.children].find(({ nodeName }) => nodeName === 'w:trPr');
    const cells = [...row.children].filter(({ nodeName }) => nodeName === 'w:tc');
    const columns = (name: string) => Math.min(MAX_COLUMNS, Number(value(one(properties, name), 'w:val')) || 0);
    cells[0]?.before(...emptyCell(document, columns('w:gridBefore')));
    cells.at(-1)?.after(...emptyCell(document, columns('w:gridAfter')));
  }
}

/** Word's own tables have so many. */
const MAX_COLUMNS = 63;

/** An empty cell over some columns; none over no column. */
function emptyCell(document: Document, columns: number): Element[] {
  if (columns < 1) return [];
  const cell = document.createElement('w:tc');
  const properties = document.createElement('w:tcPr');
  const span = document.createElement('w:gridSpan');
  span.setAttribute('w:val', String(columns));
  properties.append(span);
  cell.append(properties, document.createElement('w:p'));
  return [cell];
}
