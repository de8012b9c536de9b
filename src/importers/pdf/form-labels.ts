import type { Row } from './rows.ts';
import type { Segment } from './segments.ts';

/** The labels of Forms 603, 604 and 605, which stand in usual type and without a colon before what is filled in. */
const LABEL =
  /^(?:(?:to:?\s*)?company name\/(?:registered )?scheme(?: name)?|(?:acn\/arsn|acn|arsn|name and acn\/arsn|name)(?: \(if applicable\))?|the holder (?:became|ceased to be) a substantial holder on|there was a change in the interests of the\s+substantial holder on|the previous notice was given to the company on|the previous notice was dated|print name|capacity|sign here):?/i;

export function isFormLabel(text: string): boolean {
  return LABEL.exec(text.trim())?.[0].length === text.trim().length;
}

/** Rows with the labels that go on over a line's end as one row, at the height of what is filled in. */
export function withWholeLabels<T extends Row>(rows: readonly T[]): T[] {
  const whole: T[] = [];
  for (const row of rows) {
    const above = whole.at(-1);
    const [first, ...others] = row.segments;
    const [begun, ...more] = above?.segments ?? [];
    if (begun && first && more.length === 0 && others.length > 0 && !isFormLabel(first.text)) {
      const text = `${begun.text} ${first.text}`;
      if (isFormLabel(text)) {
        const label = { ...first, x1: Math.max(begun.x1, first.x1), text, runs: [{ text }] };
        whole[whole.length - 1] = { ...row, segments: [label, ...others] };
        continue;
      }
    }
    whole.push(row);
  }
  return whole;
}

/** A row of two labels, each before its value, as two rows; any other row as it is. */
export function asPairs<T extends Row>(row: T): T[] {
  const [label, value, second, third, ...others] = row.segments;
  if (!label || !value || !second || !third || others.length > 0) return [row];
  if (!isFormLabel(label.text) || !(isFormLabel(second.text) || /^date:?$/i.test(second.text))) return [row];
  return [
    { ...row, segments: [label, value] },
    {
      ...row,
      segments: [
        { ...second, x0: label.x0, x1: label.x1 },
        { ...third, x0: value.x0, x1: value.x1 },
      ],
    },
  ];
}

/** A row whose label and value stand so close that they are one segment, as two; one whose label is in two parts with it in one. */
export function withLabelApart<T extends Row>(row: T): T {
  const [segment, ...others] = row.segments;
  const [next, ...values] = others;
  if (segment && next && values.length > 0 && /^to:?$/i.test(segment.text) && isFormLabel(next.text)) {
    const text = `${segment.text} ${next.text}`;
    const label = { ...segment, x1: next.x1, text, runs: [...segment.runs, { text: ' ' }, ...next.runs] };
    return { ...row, segments: [label, ...values] };
  }
  const [begun, ...rest] = segment?.cells ?? [];
  if (begun && others.length === 0 && isFormLabel(begun.text)) return { ...row, segments: [begun, ...rest] };
  const [run, ...runs] = segment?.runs ?? [];
  if (!segment || !run || others.length > 0 || runs.length > 0) return row;
  const text = run.text.trim();
  const label = LABEL.exec(text)?.[0] ?? '';
  const value = text.slice(label.length).trim();
  // Small letters go on a sentence: "Name of entity".
  if (label === '' || !/^[\p{Lu}\d]/u.test(value) || !/[:\s]$/.test(text.slice(0, text.length - value.length)))
    return row;
  if (!/[:]$|substantial holder on$|company on$|was dated$/i.test(label)) return row;
  const x = segment.x0 + ((segment.x1 - segment.x0) * label.length) / text.length;
  const part = (words: string, x0: number, x1: number): Segment => ({
    ...segment,
    x0,
    x1,
    text: words,
    runs: [{ text: words }],
  });
  return { ...row, segments: [part(label, segment.x0, x), part(value, x, segment.x1)] };
}
