import type { RowFinding } from '../importers/csv/archive-plan.ts';

/** What a person must look at, and the line or number in the list. */
export interface OpenLine {
  readonly line: number;
  readonly text: string;
}

export function openLine({ line, message, hint, stops }: RowFinding): OpenLine {
  return { line, text: `${stops ? 'Not imported. ' : ''}${message} ${hint}` };
}

/** What is said of more rows than this is said once. */
const SAME = 3;

/** Each text with its place in the list; what many rows share comes first, once, with the numbers of the first ones. */
export function openLines(name: string, open: readonly OpenLine[]): string[] {
  const groups = Map.groupBy(open, ({ text }) => text);
  const many = [...groups].filter(([, all]) => all.length > SAME);
  return [
    ...many.map(
      ([text, all]) =>
        `  ${name}: ${all.length} times (${all
          .slice(0, SAME)
          .map(({ line }) => line)
          .join(', ')} and more)  ${text}`,
    ),
    ...open
      .filter(({ text }) => (groups.get(text)?.length ?? 0) <= SAME)
      .map(({ line, text }) => `  ${name}:${line}  ${text}`),
  ];
}
