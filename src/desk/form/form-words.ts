import { labelOf } from './labels.ts';

/** What the desk shows of a problem; `field` is missing where the text is meant. */
interface Told {
  readonly field?: string | undefined;
  readonly rule: string;
  readonly message: string;
  readonly hint: string;
}

/**
 * A problem that `check` has found, in words for somebody who fills in a form: where `check` speaks of lines and names of a
 * file, these speak of what stands on the page. What is not named here stays as it is.
 */
export function formWords<T extends Told>(problem: T): T {
  const words = WORDS[problem.rule];
  return words ? { ...problem, ...words((problem.field ?? '').replace(/\.\d+(?=\.|$)/g, '')) } : problem;
}

/** Both sentences as one. */
export function formSentences(problem: Told): string {
  const { message, hint } = formWords(problem);
  return `${message} ${hint}`.trim();
}

type Words = Partial<Pick<Told, 'message' | 'hint'>>;

const hint = (words: string) => (): Words => ({ hint: words });

const NEEDED: Readonly<Record<string, string>> = {
  title: 'A headline is needed.',
  code: 'The company’s ASX code is needed.',
  date: 'The day on which ASX released it is needed.',
};

const fromList = hint('Type a few letters of it, and choose it from the list that opens.');
const again = hint('Remove it, and add the document again.');

/** By the rule that was broken; each is given the field without numbers. */
const WORDS: Readonly<Record<string, (field: string) => Words>> = {
  'field-missing': (field) => ({ message: NEEDED[field] ?? `${labelOf(field)}: this is needed.`, hint: '' }),
  'value-empty': (field) => ({
    message: NEEDED[field] ?? `${labelOf(field)}: nothing is written here.`,
    hint: field in NEEDED ? '' : 'Fill it in, or remove it.',
  }),
  'draft-without-code': () => ({
    message: 'The company’s ASX code is needed before this can be published.',
    hint: 'A draft can be saved without it.',
  }),
  'draft-without-date': () => ({
    message: 'The day on which ASX released it is needed before this can be published.',
    hint: 'A draft can be saved without it.',
  }),
  'title-not-one-line': hint('Write it on one line.'),
  'title-invisible-character': hint('Type the headline again instead of pasting it.'),
  'date-future': hint('Correct the date, or keep it as a draft until ASX has released it.'),
  'date-without-day': hint('Choose the day.'),
  'date-ambiguous': hint('Choose whether it was before or after the clocks went back.'),
  'date-skipped': hint('Write the time that ASX shows.'),
  'type-unknown': fromList,
  'type-malformed': fromList,
  'authoriser-missing': hint('Write the person, committee or board, as the announcement names them.'),
  'contact-missing': hint('Add the contact that the announcement names.'),
  'contact-empty': hint('Write a name, an office, a telephone number or an e-mail address, or remove the contact.'),
  'attachment-missing': again,
  'attachment-case': again,
  'attachment-duplicate': hint('Remove one of the two.'),
  'text-empty': hint('Write the text, or add the document.'),
  'release-twice': hint(
    'If it is the same announcement, move one of the two to the bin; if both were announced, name the other under “Related releases”.',
  ),
  'relation-to-draft': hint('Publish the other release first.'),
  'id-malformed': () => ({ ...fromList(), message: 'There is no release of this name.' }),
  'correction-circle': hint('A correction names an earlier release; remove one of them.'),
  'seal-changed': hint(
    'If that is meant, open the release here, choose “Correct it” and “Amend the text or the facts”, and say why. If not, ask whoever looks after the archive to take the files back.',
  ),
  'seal-gone': hint(
    'Ask whoever looks after the archive to take the file back, or to declare that it was renamed or withdrawn.',
  ),
  'seal-address-taken': hint('Ask whoever looks after the archive to give this file another name.'),
  'seal-missing': hint('Choose “Seal” when it is ready to be published.'),
  'draft-name': hint('It gets its right name when you publish it.'),
  'sha256-malformed': hint('Leave it empty where you do not know it.'),
  'language-malformed': hint('Write the short code of the language, such as en, de or zh-Hant.'),
};
