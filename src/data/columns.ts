import type { Column } from './columns/column.ts';
import { connectionColumns } from './columns/connections.ts';
import { dateColumns } from './columns/date.ts';
import { identityColumns } from './columns/identity.ts';
import { originColumns } from './columns/origin.ts';
import { statementColumns } from './columns/statements.ts';
import { textColumns } from './columns/text.ts';

/** Raised when a column changes its meaning or goes; a new column at the end raises nothing. */
export const DATA_VERSION = 1;

/** All columns in their order, which is that of the files too. */
export const columns: readonly Column[] = [
  ...identityColumns,
  ...dateColumns,
  ...statementColumns,
  ...originColumns,
  ...connectionColumns,
  ...textColumns,
];
