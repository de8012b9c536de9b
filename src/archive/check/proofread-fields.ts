import { quote } from '../../text/quote.ts';
import { longDay } from '../../release/day-words.ts';
import { garbled } from '../../release/garbled.ts';
import { headlineMarkup } from '../../release/headline-markup.ts';
import { isDay } from '../../release/sydney-time.ts';
import type { Problem } from '../../release/problem.ts';
import type { ReleasesFolder } from '../read/read-releases.ts';
import type { ReleaseCheck } from './context.ts';
import { turningFinding } from './controls.ts';

/** What in the facts of a release is most likely a slip: quotation marks of a word processor, a file name of another day, no text. */
export function proofreadFields(checked: ReleaseCheck): void {
  checkFileName(checked);
  checkMarks(checked);
  checkWords(checked);
  checkEmpty(checked);
}

/** The same marks around values of `archive.yml`. */
export function proofreadSettings(folder: ReleasesFolder): Problem[] {
  return markedValues(folder.settings).flatMap(({ field, value }) => {
    const line = folder.settingsLineOf(field);
    if (isInPlainMarks(folder.textOf('archive.yml'), line)) return [];
    return [{ file: folder.settingsFile, line, field, severity: 'warning' as const, ...marksFinding(value) }];
  });
}

/** A name that begins with a day says when the release was made; the date must agree. */
function checkFileName({ release, report }: ReleaseCheck): void {
  const { day } = release.date;
  const name = release.id.slice(release.id.lastIndexOf('/') + 1);
  if (name.startsWith(day)) return;
  const written = dayOfName(name);
  if (written !== undefined && written !== day) {
    report('date', 'warning', {
      rule: 'date-not-of-name',
      message: `The release is dated ${longDay(day)}, but the name of its file begins with ${quote(name.slice(0, 10))}.`,
      hint: 'Correct whichever is wrong; the file may be renamed as long as it is not published.',
    });
  }
}

/** The day with which a name begins, in the forms that people write: `2024-10-14`, `20241014`, `14-10-2024`. */
function dayOfName(name: string): string | undefined {
  const [, year, month, date] = /^(\d{4})([-_.]?)(\d\d)\2(\d\d)(?!\d)/.exec(name)?.filter((_, at) => at !== 2) ?? [];
  const iso = `${year}-${month}-${date}`;
  if (isDay(iso)) return iso;
  const [, first, second, last] = /^(\d\d)[-_.](\d\d)[-_.](\d{4})(?!\d)/.exec(name) ?? [];
  const australian = `${last}-${second}-${first}`;
  return isDay(australian) ? australian : undefined;
}

/** What is shown as it is written holds no signs of HTML or Markdown, and no characters that were lost on the way. */
function checkWords({ release, report }: ReleaseCheck): void {
  for (const field of ['title', 'summary', 'authorisedBy'] as const) {
    const value = release[field];
    if (value === undefined) continue;
    const odd = garbled(value);
    const finding = odd ? { rule: odd.rule, message: odd.message, hint: odd.hint } : headlineMarkup(value);
    if (finding) report(field, 'warning', finding);
    // A headline with such a character is refused.
    const turning = field === 'title' ? undefined : turningFinding(value, 'value');
    if (turning) report(field, 'warning', { rule: turning.rule, message: turning.message, hint: turning.hint });
  }
}

function checkMarks({ release, context, report }: ReleaseCheck): void {
  const { id, body: _, date: __, ...facts } = release;
  for (const { field, value } of markedValues(facts)) {
    const { folder } = context;
    if (isInPlainMarks(folder.textOf(`${id}.md`), folder.lineOf(id, field))) continue;
    report(field, 'warning', marksFinding(value));
  }
}

/** Values that begin with an opening mark which closes at their end, or nowhere. */
function markedValues(facts: object, before = '', found: MarkedValue[] = []): readonly MarkedValue[] {
  for (const [name, value] of Object.entries(facts) as [string, unknown][]) {
    if (typeof value === 'string') {
      if (isMarked(value)) found.push({ field: before + name, value });
    } else if (typeof value === 'object' && value !== null) markedValues(value, `${before}${name}.`, found);
  }
  return found;
}

interface MarkedValue {
  readonly field: string;
  readonly value: string;
}

const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '„': '“”',
  '‚': '‘’',
  '«': '»',
  '‹': '›',
  '”': '”',
  '″': '″',
  '＂': '＂',
  '`': '`´',
  '´': '´',
  '「': '」',
};

function isMarked(value: string): boolean {
  const closing = CLOSING[value.charAt(0)];
  if (closing === undefined) return false;
  const at = [...value].findIndex((character, index) => index > 0 && closing.includes(character));
  if (at === -1) return !/^‘\d/.test(value);
  const rest = [...value].slice(at + 1).join('');
  // An apostrophe looks like a closing mark; then the last of them counts.
  return rest === '' || (value.startsWith('‘') && /’$/.test(value) && !/’[\s.,;:]/.test(value.slice(0, -1)));
}

/** Where straight marks stand around the curly ones, these are meant. */
function isInPlainMarks(text: string, line: number): boolean {
  const written = text.split('\n')[line - 1] ?? '';
  return /^(?:\s*-)?\s*(?:[\w.]+\s*:)?\s*(?:- )?["'[>|]/.test(written);
}

function marksFinding(value: string): { rule: string; message: string; hint: string } {
  return {
    rule: 'curly-quotes',
    message: `The quotation marks around ${quote(value)} are part of the value, and pages show them.`,
    hint: `Write straight ones (" or ') around it, or none; if the announcement itself has these, put straight ones around them.`,
  };
}

function checkEmpty({ release, report }: ReleaseCheck): void {
  if (release.attachments !== undefined || release.source?.exchangeUrl !== undefined) return;
  const says = (text: string): boolean => /[\p{L}\p{N}]/u.test(text.replace(BLANK, ''));
  // Most texts say something at once.
  const isEmpty = !says(release.body.slice(0, 100)) && !says(release.body);
  const whole = release.body.trim();
  if (!isEmpty && !isPlaceholder(whole)) return;
  report(1, 'warning', {
    rule: 'text-empty',
    message: isEmpty
      ? 'The release has no text and no document, so its page says nothing.'
      : `All that the release says is ${quote(whole)}, and it has no document.`,
    hint: 'Write the text below the second line ---, or attach the document: attachments: with its name.',
  });
}

/** True for a heading alone, and for what people write in the place of a text that is elsewhere or still to come. */
function isPlaceholder(whole: string): boolean {
  if (whole.length > 200) return false;
  return (
    /^#{1,6}[ \t][^\n<>[\]]*$/.test(whole) || PLACEHOLDER.test(whole.replace(/^[*_[(]+|[*_\])]+$|[.!…]+[*_\])]*$/g, ''))
  );
}

const PLACEHOLDER =
  /^(?:(?:please )?(?:see|refer to) (?:the )?(?:attached|attachments?)(?: (?:document|file|pdf|announcement|release))?|tb[acd]|todo|to be (?:added|advised|announced|completed|confirmed|determined)|(?:text|details) to (?:come|follow))$/i;

/** Line breaks of HTML, and references to spaces and to what nobody sees. */
const BLANK =
  /<br ?\/?>|&(?:[a-z]*sp|zwn?j|shy|ZeroWidthSpace|#(?:160|173|xa0|xad|8(?:19[4-9]|20[0-7])|x200[0-9a-f]));/gi;
