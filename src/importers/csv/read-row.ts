import { quote } from '../../text/quote.ts';
import type { Finding } from '../../release/problem.ts';
import type { ReleaseDate } from '../../release/sydney-time.ts';
import { plainType, typeHint } from '../../release/type-finding.ts';
import { knownType } from '../../release/types.ts';
import { codeFinding } from '../../release/value-findings.ts';
import { readCsvDate } from './csv-date.ts';
import { isFormula } from './links.ts';

/** Says what a person must look at in a row; `stops` where its release cannot be made. */
export type Note = (finding: Finding, stops: boolean) => void;

/** No headline is half as long. */
const LONGEST_TITLE = 1000;

/** The headline, with single spaces; `undefined` where there is none, and then it is noted. */
export function readTitle(value: string, note: Note): string | undefined {
  if (value === '')
    note(
      { rule: 'csv-title-missing', message: 'The row has no headline.', hint: 'Write the headline as it was lodged.' },
      true,
    );
  else if (value.length > LONGEST_TITLE)
    note(
      {
        rule: 'csv-title-long',
        message: `The headline has ${value.length} characters, so it is none; perhaps a quotation mark that opens it is never closed.`,
        hint: 'Write the headline as it was lodged.',
      },
      true,
    );
  else if (/^#+$|^#(?:NAME|REF|VALUE|N\/A|DIV)/i.test(value))
    note(
      {
        rule: 'csv-title-mangled',
        message: `${quote(value)} is what a spreadsheet shows for a value that it lost.`,
        hint: 'Type the headline again, as text.',
      },
      true,
    );
  else if (isFormula(value))
    note(
      {
        rule: 'csv-title-mangled',
        message: `${quote(value)} is a formula, and only a spreadsheet shows what it gives.`,
        hint: 'Type the headline as text, or copy the column and paste its values over it.',
      },
      true,
    );
  else if (/â€|Ã[\u0080-\u00bf©¼¶¤]|\ufffd/.test(value))
    note(
      {
        rule: 'csv-title-encoding',
        message: `${quote(value)} was saved in another encoding than it was read in.`,
        hint: 'Save the spreadsheet as "CSV UTF-8".',
      },
      true,
    );
  else return value.replace(/\s+/g, ' ');
  return undefined;
}

/** The day and time in Sydney; `undefined` where the cell states none, or one after `today`, and then it is noted. */
export function readDate(
  value: string,
  time: string,
  mixed: boolean,
  today: string,
  note: Note,
): ReleaseDate | undefined {
  // Programs write midnight behind a day whose time stands in a column of its own.
  const read = readCsvDate(time === '' ? value : `${value.replace(MIDNIGHT, '')} ${time}`, mixed);
  if ('finding' in read) {
    note(read.finding, true);
    return undefined;
  }
  if (read.doubt) note(read.doubt, false);
  if (read.date.day <= today) return read.date;
  note(
    {
      rule: 'csv-date-future',
      message: `${quote(value)} is after today.`,
      hint: 'Write the day on which it was announced.',
    },
    true,
  );
  return undefined;
}

const MIDNIGHT = /[T ]0?0:00(?::00(?:\.0+)?)?$/;

/** The codes of a row, else those that were given for all; `undefined` where there are none or one is malformed, and then it is noted. */
export function readCodes(
  value: string,
  given: readonly string[] | undefined,
  note: Note,
): readonly string[] | undefined {
  const codes =
    value === ''
      ? given
      : value
          .split(/[\s,;/]+/)
          .map((one) => one.replace(/^(?:ASX|AX|XASX)[:.]/i, '').replace(/[.:](?:AX|ASX|XASX|AU)$/i, ''))
          .filter((one) => one !== '' && !/^ASX:?$/i.test(one));
  if (!codes || codes.length === 0) {
    note(
      {
        rule: 'csv-code-missing',
        message: 'The row has no ASX code.',
        hint: 'Write it in a column "code", or give --code XMX for all rows.',
      },
      true,
    );
    return undefined;
  }
  const [finding] = codes.flatMap((code) => codeFinding(code) ?? []);
  if (finding) note({ ...finding, rule: 'csv-code-malformed' }, true);
  return finding ? undefined : codes;
}

/** The type that a name means, or what to write in its place. */
export interface ReadType {
  readonly slug?: string;
  readonly hint?: string;
}

/** A table has a few dozen types; no more are kept. */
const MAX_TYPES = 1000;

/** The slugs of the types that a cell names by slug, name or number of a form, in its order; what is none is noted and left out. */
export function readTypes(value: string, known: Map<string, ReadType>, note: Note): string[] {
  const read = (name: string): ReadType => {
    const slug = known.has(name) ? undefined : knownType(plainType(name))?.slug;
    const found = known.get(name) ?? (slug === undefined ? { hint: typeHint(name) } : { slug });
    if (known.size < MAX_TYPES) known.set(name, found);
    return found;
  };
  const slugOf = (name: string) => read(name).slug;
  // Some names have a comma in them.
  const parts = value.split(/\s*[;|]\s*/).flatMap((part) => {
    const names = part.split(/\s*,\s*/);
    return slugOf(part) === undefined && names.every(slugOf) ? names : [part];
  });
  return parts.filter(Boolean).flatMap((name) => {
    const { slug, hint = '' } = read(name);
    if (slug !== undefined) return [slug];
    note(
      {
        rule: 'csv-type-unknown',
        message: `${quote(name)} is not an announcement type; it was left out.`,
        hint,
      },
      false,
    );
    return [];
  });
}

/** The path of the document from the list's folder; `undefined` where the cell names none or one outside of it, and then it is noted. */
export function readFile(value: string, isElsewhere: boolean, note: Note): string | undefined {
  if (value === '') {
    note(
      {
        rule: 'csv-file-missing',
        message: isElsewhere
          ? 'The row names a web address and no file, so the release has no text, but a link.'
          : 'The row names no document, so the release has no text.',
        hint: isElsewhere
          ? 'Nothing is fetched: save the document beside the list, and write its name into a column "file".'
          : 'Write the name of its PDF, web page or text.',
      },
      false,
    );
    return undefined;
  }
  const path = value.replaceAll('\\', '/');
  if (!path.startsWith('/') && !/^[A-Za-z]:/.test(path) && !path.split('/').includes('..') && !/^https?:/i.test(path))
    return path;
  note(
    {
      rule: 'csv-file-outside',
      message: `${quote(value)} is not a file in the folder of the CSV.`,
      hint: 'Put the documents beside the CSV and write their names.',
    },
    true,
  );
  return undefined;
}
