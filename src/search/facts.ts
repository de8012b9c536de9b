import type { SearchRecord } from './text.ts';

/** What a result shows beside its headline and text. */
export interface Facts {
  /** The Sydney day, `YYYY-MM-DD`, and the time where it is recorded. */
  readonly day: string;
  readonly time?: string;
  readonly codes: readonly string[];
  /** Slugs. */
  readonly types: readonly string[];
  readonly language: string;
}

/** Facts as one line for the index, `2020-07-30 09:15 XMX,EXM progress-report en-AU`, with `-` for what there is not. */
export function writeFacts({
  date,
  codes,
  types,
  language,
}: Pick<SearchRecord, 'date' | 'codes' | 'types' | 'language'>): string {
  const slugs = types.map((type) => type.slug);
  return [date.day, date.time, codes.join(), slugs.join(), language].map((fact) => fact || '-').join(' ');
}

/** Reads what `writeFacts` wrote. */
export function readFacts(line: string): Facts {
  const [day = '', time, codes, types, language = ''] = line.split(' ').map((fact) => (fact === '-' ? '' : fact));
  return { day, ...(time && { time }), codes: listed(codes), types: listed(types), language };
}

function listed(text: string | undefined): readonly string[] {
  return text ? text.split(',') : [];
}
