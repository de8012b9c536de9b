import { plainText, type Block, type Cell } from './blocks.ts';

type Table = Block & { kind: 'table' };

/** Tables whose first row plainly names the columns, though the document does not say so, have it as their head. */
export function withTableHeads(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) =>
    block.kind === 'table' && !block.header && namesColumns(block) ? { ...block, header: true } : block,
  );
}

/** True where the first row has words alone, and below them, in two columns or more, there are figures alone. */
function namesColumns({ rows }: Table): boolean {
  const [first = [], ...others] = rows.map((row) => row.map(textOf));
  if (first.length < 3 || others.length < 2) return false;
  if (first.some((text, column) => (text === '' && column > 0) || FIGURE.test(text))) return false;
  const columns = first.filter((_, column) => {
    const below = others.map((row) => row[column] ?? '').filter((text) => text !== '');
    return below.length > 1 && below.every((text) => FIGURE.test(text));
  });
  return columns.length > 1;
}

/** An amount, a share or a dash for none; not a year, which names a column as often as it fills one. */
const FIGURE =
  /^(?!(?:19|20)\d\d$)(?:[-–—]|nil|n\/a|[(<>~+–-]*\s?(?:(?:A|US|NZ)?[$£€]\s?)?[(–-]?\d[\d,. ]*\)?\s?(?:%|m|km|kg|g|t|oz|c|cps|g\/t|ppm|x|million|billion)?\)?)$/i;

function textOf(cell: Cell): string {
  return cell.map(plainText).join(' ').replace(/\s+/g, ' ').trim();
}
