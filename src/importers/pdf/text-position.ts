import { IDENTITY, multiply, type Matrix } from './matrix.ts';

/** Where the next sign will stand, and where its line begins. */
interface TextPosition {
  readonly text: Matrix;
  readonly line: Matrix;
}

export const START: TextPosition = { text: IDENTITY, line: IDENTITY };

/** The position after an operator that moves it without drawing; the same one after any other. */
export function movedText(
  position: TextPosition,
  operator: string,
  args: readonly unknown[],
  leading: number,
): TextPosition {
  const number = (index: number) => Number(args[index] ?? 0);
  switch (operator) {
    case 'beginText':
      return START;
    case 'setTextMatrix':
      return startLine((args.length === 6 ? args : args[0]) as Matrix); // pdf.js gives the six numbers in either way
    case 'moveText':
    case 'setLeadingMoveText':
      return startLine(multiply(position.line, [1, 0, 0, 1, number(0), number(1)]));
    case 'nextLine':
      return startLine(multiply(position.line, [1, 0, 0, 1, 0, -leading]));
    default:
      return position;
  }
}

function startLine(matrix: Matrix): TextPosition {
  return { text: matrix, line: matrix };
}
