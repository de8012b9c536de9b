import type { Writable } from '../release/format.ts';
import { counted } from '../text/counted.ts';

/** A draft that an import has made, as far as questions go. */
export interface MadeDraft {
  readonly id: string;
  readonly draft: Writable;
  /** The code that the document names, where the archive does not know it. */
  readonly unknownCode?: string;
}

/** Something that only a person can say, once for all drafts that it concerns. */
export interface OpenQuestion {
  readonly about: 'unknown-code' | 'code' | 'date' | 'company';
  /** The code in question, for `unknown-code` and `company`. */
  readonly code?: string;
  /** The drafts that it concerns. */
  readonly ids: readonly string[];
  /** What is not known, in a full sentence. */
  readonly message: string;
  /** What to do, in full sentences; lines to copy stand on lines of their own. */
  readonly hint: string;
}

/**
 * What is still to be answered of the drafts of one import: codes that the archive does not know, one by one, then drafts
 * without a code, then those without a date. `knownCodes` are those of the archive's companies and
 * releases; `settingsFile` is the path of `archive.yml` as messages show it.
 */
export function openQuestions(
  made: readonly MadeDraft[],
  knownCodes: readonly string[],
  settingsFile: string,
): readonly OpenQuestion[] {
  const unknown = Map.groupBy(
    made.filter(({ unknownCode }) => unknownCode !== undefined),
    ({ unknownCode = '' }) => unknownCode,
  );
  const withoutCode = made.filter(({ draft, unknownCode }) => draft.code === undefined && unknownCode === undefined);
  const withoutDate = made.filter(({ draft }) => draft.date === undefined);
  return [
    ...[...unknown].map(([code, drafts]) => unknownCode(code, drafts, settingsFile)),
    ...newCompanies(made, knownCodes, settingsFile),
    ...(withoutCode.length === 0 ? [] : [noCode(withoutCode)]),
    ...(withoutDate.length === 0 ? [] : [noDate(withoutDate)]),
  ];
}

function unknownCode(code: string, drafts: readonly MadeDraft[], settingsFile: string): OpenQuestion {
  return {
    about: 'unknown-code',
    code,
    ids: idsOf(drafts),
    message: `The code ${code}, which ${settingsFile} does not know, stands in ${counted(drafts.length, 'document')}; ${drafts.length === 1 ? 'its draft has' : 'their drafts have'} no code yet.`,
    hint: `If the company belongs to this archive, write into ${settingsFile}:\n${entryOf(code)}\nand code: ${code} into ${drafts.length === 1 ? 'the draft' : 'the drafts'}. If it does not, give the right code with --code.`,
  };
}

/** An archive that knows no company takes the codes that are given or read for granted, and says so once. */
function newCompanies(made: readonly MadeDraft[], knownCodes: readonly string[], settingsFile: string): OpenQuestion[] {
  const news = made.filter(({ draft: { code: [code] = [] } }) => code !== undefined && !knownCodes.includes(code));
  return [...Map.groupBy(news, ({ draft }) => draft.code?.[0] ?? '')].map(([code, drafts]) => ({
    about: 'company' as const,
    code,
    ids: idsOf(drafts),
    message: `${settingsFile} names no company ${code}, so its code stands for its name on every page.`,
    hint: `Write into ${settingsFile}:\n${entryOf(code)}`,
  }));
}

function noCode(drafts: readonly MadeDraft[]): OpenQuestion {
  return {
    about: 'code',
    ids: idsOf(drafts),
    message: `${counted(drafts.length, 'draft')} ${drafts.length === 1 ? 'does not say which company lodged it' : 'do not say which company lodged them'}.`,
    hint: 'Write the code into each with npm run publish-drafts, or remove them and give the command again with --code, for example --code XMX.',
  };
}

function noDate(drafts: readonly MadeDraft[]): OpenQuestion {
  return {
    about: 'date',
    ids: idsOf(drafts),
    message: `${counted(drafts.length, 'draft')} without a date: the document does not say on which day it was announced.`,
    hint: 'npm run publish-drafts asks for the day and moves the files to their year.',
  };
}

function entryOf(code: string): string {
  return `companies:\n  - code: ${code}\n    name: "its name, for example Example Minerals Limited"`;
}

function idsOf(drafts: readonly MadeDraft[]): string[] {
  return drafts.map(({ id }) => id);
}
