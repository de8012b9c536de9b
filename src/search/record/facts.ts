import type { CorrectionKind, SearchRecord } from './search-record.ts';

/** What a result shows beside its headline and text. */
export interface Facts {
  /** The Sydney day, `YYYY-MM-DD`, and the time where it is recorded. */
  readonly day: string;
  readonly time?: string;
  readonly codes: readonly string[];
  /** Slugs. */
  readonly types: readonly string[];
  readonly language: string;
  /** How later releases correct it, and how it corrects earlier ones. */
  readonly correctedBy: readonly CorrectionKind[];
  readonly corrects: readonly CorrectionKind[];
}

/**
 * Facts as one line for the index, `2020-07-30 09:15 XMX,EXM progress-report en-AU retraction -`,
 * with `-` for what there is not.
 */
export function writeFacts(record: SearchRecord): string {
  const { date, codes, types, language, correctedBy, corrects } = record;
  const slugs = types.map((type) => type.slug);
  return [date.day, date.time, codes.join(), slugs.join(), language, correctedBy.join(), corrects.join()]
    .map((fact) => fact || '-')
    .join(' ');
}

/** Reads what `writeFacts` wrote. */
export function readFacts(line: string): Facts {
  const facts = line.split(' ').map((fact) => (fact === '-' ? '' : fact));
  const [day = '', time, codes, types, language = '', correctedBy, corrects] = facts;
  return {
    day,
    ...(time && { time }),
    codes: listed(codes),
    types: listed(types),
    language,
    // Written by `writeFacts`, so they are kinds.
    correctedBy: listed(correctedBy) as readonly CorrectionKind[],
    corrects: listed(corrects) as readonly CorrectionKind[],
  };
}

function listed(text: string | undefined): readonly string[] {
  return text ? text.split(',') : [];
}
