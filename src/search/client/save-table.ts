import type { ResultRow } from '../query/messages.ts';
import { make } from './page-elements.ts';
import { tableOf } from './table.ts';

/** Saves what was found as a CSV file (RFC 4180), one release a line. */
export function saveTable(rows: readonly ResultRow[], nameOf: (field: string, value: string) => string): void {
  const link = make('a', '');
  link.href = URL.createObjectURL(new Blob([tableOf(rows, nameOf, location.href)], { type: 'text/csv;charset=utf-8' }));
  link.download = 'search.csv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
