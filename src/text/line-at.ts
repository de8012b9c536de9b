/** The line, counted from 1, in which a position of a text lies. */
export function lineAt(text: string, position: number): number {
  return lineCounter(text.slice(0, position + 1))(position);
}

/** The same for many positions of one text: its lines are counted once. */
export function lineCounter(text: string): (position: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (position) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
