import type { Writable } from '../release/format.ts';
import { quote, type Finding } from '../release/problem.ts';
import { readSydneyDate, writeSydneyDate, type ReleaseDate } from '../release/sydney-time.ts';
import { plainText, writeMarkdown, type Block } from './blocks.ts';
import type { Extract } from './document.ts';
import { guess, type Guess, type Guesses, type Knowledge, type Confidence } from './guess.ts';

/** Facts that the person gives; they go before every guess. */
export interface Given {
  readonly title?: string;
  readonly code?: readonly string[];
  readonly date?: ReleaseDate;
  readonly types?: readonly string[];
}

/** One field of the draft, in words for the summary. */
export interface GuessedField {
  readonly field: string;
  readonly value: string;
  readonly evidence: string;
  readonly confidence: Confidence;
}

export interface Imported {
  /** The release, marked as a draft; absent when a field that it must have is not known. */
  readonly draft?: Writable;
  /** Every field that was guessed, in the order in which the file has them. */
  readonly guesses: readonly GuessedField[];
  /** Share of the document's words that arrived, 0 to 1, where it was laid out again. */
  readonly share?: number;
  readonly pages?: number;
  /** What a person should know, in full sentences. */
  readonly notes: readonly string[];
  /** Why there is no draft. */
  readonly findings: readonly Finding[];
}

/** Makes a draft release of what was taken out of a file. `fileName` stands in for a headline that is not found. */
export function makeDraft(extract: Extract, fileName: string, given: Given, knowledge: Knowledge): Imported {
  const found = guess(extract, knowledge);
  const title = given.title ?? found.title?.value ?? titleFromName(fileName);
  const date = given.date ?? found.date?.value ?? dayOf(knowledge.today);
  const code = given.code ?? (found.code ? [found.code.value] : undefined);
  const types = given.types ?? found.types?.value;
  const facts = { notes: extract.notes, guesses: summary(found, given, { title, date }), ...measures(extract) };
  if (code === undefined) {
    return { ...facts, findings: [noCode(fileName)] };
  }
  const draft: Writable = {
    title: cleanTitle(title),
    code: [...code],
    date,
    ...(types ? { types: [...types], typedBy: 'archive' as const } : {}),
    ...(found.authorisedBy ? { authorisedBy: found.authorisedBy.value } : {}),
    ...(found.contacts ? { contacts: found.contacts.value } : {}),
    ...(extract.about.url ? { source: { url: extract.about.url } } : {}),
    draft: true,
    body: writeMarkdown(denseLevels(withoutTitle(extract.blocks, title))),
  };
  return { draft, ...facts, findings: [] };
}

function measures({ share, pages }: Extract): Pick<Imported, 'share' | 'pages'> {
  return { ...(share === undefined ? {} : { share }), ...(pages === undefined ? {} : { pages }) };
}

function noCode(fileName: string): Finding {
  return {
    rule: 'import-no-code',
    message: `${quote(fileName)} does not say which company's release it is.`,
    hint: 'Give the ASX code, for example --code XMX.',
  };
}

function summary(found: Guesses, given: Given, used: { title: string; date: ReleaseDate }): GuessedField[] {
  const entry = (field: string, guessed: Guess<string> | undefined): GuessedField[] =>
    guessed ? [{ field, ...guessed }] : [];
  const standIn = (value: string, evidence: string): Guess => ({ value, evidence, confidence: 'stand-in' });
  return [
    ...(given.title ? [] : entry('title', found.title ?? standIn(used.title, 'the name of the file'))),
    ...(given.code ? [] : entry('code', found.code)),
    ...(given.date
      ? []
      : entry(
          'date',
          found.date
            ? { ...found.date, value: writeSydneyDate(found.date.value) }
            : standIn(writeSydneyDate(used.date), 'nothing that states the day; today stands in'),
        )),
    ...(given.types ? [] : entry('types', found.types && { ...found.types, value: found.types.value.join(', ') })),
    ...entry('authorisedBy', found.authorisedBy),
    ...entry(
      'contacts',
      found.contacts && {
        ...found.contacts,
        value: found.contacts.value.map((contact) => contact.name ?? contact.email ?? '').join(', '),
      },
    ),
  ];
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

/** A headline without what the schema refuses: signs that nobody can see. */
function cleanTitle(title: string): string {
  return title.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
}

const UNSEEN =
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g;

function dayOf(today: string): ReleaseDate {
  const read = readSydneyDate(today);
  if ('finding' in read) throw new Error(`Today's date is not a day: ${today}`);
  return read.date;
}
