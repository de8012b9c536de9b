import type { Found, Measure } from './model/measure.ts';
import type { Imported } from './draft.ts';
import { counted, grouped } from '../text/counted.ts';
import { shortNote } from '../text/quote.ts';

/**
 * The report that lies beside a draft: what was compared, and all that a person must look at, with page and words.
 * `undefined` where the draft shows every word in its place and nothing was left out or noted, and where the source is not
 * measured and the terminal shows each note whole.
 */
export function writeReport(source: string, { draft, notes, measure }: Imported): string | undefined {
  const found = measure ? [measure.lost, measure.added, measure.moved, measure.doubtful, measure.leftOut, notes] : [];
  // Of a source that is not measured the terminal says all but the end of what is long.
  const isCut = notes.some((note) => shortNote(note) !== note);
  if (found.every((all) => all.length === 0) && !isCut) return undefined;
  const what = draft.textFrom === 'scan' ? 'words that the machine read' : 'words that the source shows';
  return [
    `How ${source} became a draft`,
    '',
    ...(measure ? [measureLine(measure, what), ''] : []),
    ...(notes.length > 0 ? ['Notes', ...notes.map((note) => `- ${note}`), ''] : []),
    ...section('Words of the source that the draft does not show', measure?.lost),
    ...section('Words of the draft that the source does not show, or not as often', measure?.added),
    ...section('Words that stand elsewhere than in the source', measure?.moved),
    ...section('Words that may be read wrongly', measure?.doubtful),
    ...section('Left out on purpose', measure?.leftOut),
    'This file is not published. Delete it once the draft has been compared with its source.',
    '',
  ].join('\n');
}

/** `The draft shows 1,204 of the 1,250 words that the source shows (96.3 %).` */
function measureLine({ shown, seen, share }: Measure, what: string): string {
  return `The draft shows ${grouped(shown)} of the ${grouped(seen)} ${what} (${percent(share)}).`;
}

/** What the drafts of many documents show together, and what they do not; each report has the words. */
export function totalLine(measures: readonly Measure[]): string {
  const sum = (count: (measure: Measure) => number) => measures.reduce((total, one) => total + count(one), 0);
  const wordsIn = (all: readonly Found[]) => all.reduce((total, { words }) => total + words.split(' ').length, 0);
  const [seen, shown] = [sum((one) => one.seen), sum((one) => one.shown)];
  const [leftOut, lost] = [sum((one) => wordsIn(one.leftOut)), sum((one) => wordsIn(one.lost))];
  return `${measures.length === 1 ? '1 of them was measured: the draft shows' : `${measures.length} of them were measured: the drafts show`} ${grouped(shown)} of ${measures.length === 1 ? 'its' : 'their'} ${grouped(seen)} words (${percent(seen === 0 ? 1 : shown / seen)}); ${grouped(leftOut)} were left out on purpose, ${grouped(lost)} are missing. The report beside a draft names its own.`;
}

/** The share in percent; only what is whole is 100.0 %. */
export function percent(share: number): string {
  return `${(share === 1 ? 100 : Math.min(99.9, share * 100)).toFixed(1)} %`;
}

/** `, 3.0 % left out as repeated heads and feet`, where anything was left out on purpose; of a document without pages the notes say what it was. */
export function leftOutShare({ seen, leftOut }: Measure): string {
  const words = leftOut.reduce((sum, one) => sum + one.words.split(' ').length, 0);
  const what = leftOut.some(({ page }) => page !== undefined) ? 'as repeated heads and feet' : 'on purpose';
  return words === 0 ? '' : `, ${percent(words / seen)} left out ${what}`;
}

function section(title: string, all: readonly Found[] = []): string[] {
  if (all.length === 0) return [];
  return [title, ...all.map(({ page, words }) => `- ${page === undefined ? '' : `page ${page}: `}${words}`), ''];
}

/** What the terminal says of the words; nothing when every word is shown once and in its place. */
export function measureNotes({ lost, added, moved, doubtful }: Measure): string[] {
  return [
    ...note('The draft does not show', lost),
    ...note('The draft shows, and the source does not or not as often', added),
    ...note('In another place than in the source', moved, 12),
    ...note('Hardly readable, so the file may name its letters wrongly; compare with the source', doubtful),
  ];
}

/** The first words of each page; all of them stand in the report. */
function note(what: string, all: readonly Found[], least = 1): string[] {
  const total = all.reduce((sum, { words }) => sum + words.split(' ').length, 0);
  if (total < least) return [];
  const shown = all
    .slice(0, 6)
    .map(({ page, words }) => `${page === undefined ? '' : `page ${page}: `}"${shortened(words)}"`);
  return [`${what}: ${shown.join(', ')}${all.length > 6 ? ', and more' : ''} (${counted(total, 'word')}).`];
}

function shortened(words: string): string {
  const all = words.split(' ');
  return all.length > 14 ? `${all.slice(0, 14).join(' ')} …` : words;
}
