import type { Writable } from '../release/format.ts';
import type { Contact, ReviewItem } from '../release/schema.ts';
import { writeSydneyDate, type ReleaseDate } from '../release/sydney-time.ts';
import { plainText, writeMarkdown, type Block } from './model/blocks.ts';
import type { Extract, FileBeside } from './model/extract.ts';
import type { Measure } from './model/measure.ts';
import { withTableHeads } from './model/table-heads.ts';
import { wordsOf } from './model/words.ts';
import { guess, type Guess, type Guesses, type Knowledge } from './guess/guess.ts';
import { CONTROLS, INVISIBLE } from '../text/characters.ts';
import { quoteText } from '../text/quote.ts';

/** Facts that the person gives; they go before every guess. */
export interface Given {
  readonly title?: string;
  readonly code?: readonly string[];
  readonly date?: ReleaseDate;
  readonly types?: readonly string[];
  /** Opens a PDF that is locked. */
  readonly password?: string;
}

export interface Imported {
  /** The release, marked as a draft. It lacks its code and date where nothing states them; `review` has what was guessed. */
  readonly draft: Writable;
  /** A code that the document names for its company, and that the archive does not know; the draft does not have it. */
  readonly unknownCode?: string;
  readonly pages?: number;
  /** How many of them are pictures that nobody has read. */
  readonly unreadScans?: number;
  /** What the draft shows of the words that a person sees in the source, where that is known. */
  readonly measure?: Measure;
  /** Files that go beside the release, with the names that its text has for them. */
  readonly files?: readonly FileBeside[];
  /** The document inside of the file that lies beside the release in the file's place. */
  readonly document?: { readonly name: string; readonly bytes: Uint8Array };
  /** What a person should know, in full sentences. */
  readonly notes: readonly string[];
}

/** Makes a draft release of what was taken out of a file. `fileName` stands in for a headline that is not found. */
export function makeDraft(extract: Extract, fileName: string, byHand: Given, knowledge: Knowledge): Imported {
  const found = guess(extract, knowledge);
  const { fields = {} } = extract;
  const given = { ...factsOf(fields), ...byHand };
  const title = given.title ?? found.title?.value ?? titleFromName(fileName);
  const date = given.date ?? found.date?.value;
  const code = given.code ?? (found.code ? [found.code.value] : undefined);
  const types = given.types ?? found.types?.value;
  const doubts = (extract.doubts ?? []).map((doubt): ReviewItem => ({ ...doubt, confidence: 'likely' }));
  const review = [...reviewOf(found, given, title), ...doubts];
  const draft: Writable = {
    title: oneLine(title),
    ...(code ? { code: [...code] } : {}),
    ...(date ? { date } : {}),
    ...(types ? { types: [...types], typedBy: 'archive' as const } : {}),
    ...(found.authorisedBy ? { authorisedBy: found.authorisedBy.value } : {}),
    ...(found.contacts ? { contacts: found.contacts.value } : {}),
    ...(extract.about.url ? { source: { url: extract.about.url } } : {}),
    ...otherFields(fields),
    ...(extract.textFrom ? { textFrom: extract.textFrom } : {}),
    ...(review.length > 0 ? { review } : {}),
    draft: true,
    body: extract.markdown ?? writeMarkdown(withTableHeads(denseLevels(withoutTitle(extract.blocks, title)))),
  };
  const { pages, files = [], document } = extract;
  const notes = [...extract.notes, ...subjectNote(extract, title)];
  return {
    draft,
    ...(given.code || !found.unknownCode ? {} : { unknownCode: found.unknownCode.value }),
    ...(pages === undefined ? {} : { pages }),
    ...(extract.unreadScans === undefined ? {} : { unreadScans: extract.unreadScans }),
    ...(files.length > 0 ? { files } : {}),
    ...(document ? { document } : {}),
    notes,
  };
}

/** The subject of an e-mail, where neither the headline nor the text says it. */
function subjectNote({ about: { subject = '' }, lines }: Extract, title: string): string[] {
  const shown = ` ${wordsOf(`${title} ${lines.map(({ text }) => text).join(' ')}`).join(' ')} `;
  return shown.includes(` ${wordsOf(subject).join(' ')} `) || subject === ''
    ? []
    : [`Left out the subject of the e-mail: ${quoteText(subject)}`];
}

/** Of the fields that a document states, those that a person could give, too. */
function factsOf({ title, code, date, types }: Partial<Writable>): Given {
  return {
    ...(title ? { title } : {}),
    ...(code ? { code } : {}),
    ...(date ? { date } : {}),
    ...(types ? { types } : {}),
  };
}

/** The others of them. */
function otherFields(fields: Partial<Writable>): Partial<Writable> {
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => !['title', 'code', 'date', 'types'].includes(name)),
  );
}

/** What a person is to confirm: every field that was guessed, in the order in which the file has them. */
function reviewOf(found: Guesses, given: Given, title: string): ReviewItem[] {
  const entry = (field: string, guessed: Guess | undefined): ReviewItem[] =>
    guessed
      ? [{ field, value: oneLine(guessed.value), evidence: shorten(guessed.evidence), confidence: guessed.confidence }]
      : [];
  const standIn: Guess = { value: title, evidence: 'the name of the file', confidence: 'stand-in' };
  const { title: headline, code, unknownCode, date, types, authorisedBy, contacts } = found;
  return [
    ...(given.title ? [] : entry('title', headline ?? standIn)),
    ...(given.code ? [] : entry('code', code ?? unknownCode)),
    ...(given.date ? [] : entry('date', date && { ...date, value: writeSydneyDate(date.value) })),
    ...(given.types ? [] : entry('types', types && { ...types, value: types.value.join(', ') })),
    ...entry('authorisedBy', authorisedBy),
    ...entry('contacts', contacts && { ...contacts, value: contacts.value.map(nameOf).join(', ') }),
  ];
}

function nameOf({ name, email, phone }: Contact): string {
  return name ?? email ?? phone ?? '';
}

const LONGEST_EVIDENCE = 200;

function shorten(evidence: string): string {
  const line = oneLine(evidence);
  return line.length > LONGEST_EVIDENCE ? `${line.slice(0, LONGEST_EVIDENCE - 1).trimEnd()}…` : line;
}

/** The headline is not shown twice: blocks at the beginning that say it, and nothing else, are left out. */
function withoutTitle(blocks: readonly Block[], title: string): readonly Block[] {
  const wanted = fold(title);
  for (let from = 0; from < Math.min(blocks.length, 8); from++) {
    let text = '';
    for (let to = from; to < Math.min(blocks.length, from + 3); to++) {
      text = fold(`${text} ${headText(blocks[to])}`);
      if (text === wanted) return [...blocks.slice(0, from), ...blocks.slice(to + 1)];
      if (!wanted.startsWith(text)) break;
    }
  }
  return blocks;
}

/** Headings begin with level 2 and leave none out; where there are more than three, the rest share the last. */
function denseLevels(blocks: readonly Block[]): readonly Block[] {
  const used = [...new Set(blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : [])))].toSorted(
    (a, b) => a - b,
  );
  let above = 1;
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    above = Math.min(2 + used.indexOf(block.level), above + 1, 4);
    return { ...block, level: above };
  });
}

function headText(block: Block | undefined): string {
  if (block?.kind === 'heading') return plainText(block.text);
  return block?.kind === 'paragraph' ? block.lines.map(plainText).join(' ') : '\u0000';
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function titleFromName(fileName: string): string {
  const words = fileName
    .replace(/\.[^.]*$/, '')
    .replace(/[_\s]+/g, ' ')
    .trim();
  return words === '' ? 'Release without a headline' : words;
}

/** A text as one line without what the schema refuses: signs that nobody can see, and halves of characters. */
function oneLine(text: string): string {
  return text.toWellFormed().replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
}

const UNSEEN = new RegExp(`[\\t\\n${CONTROLS}${INVISIBLE}]`, 'g');
