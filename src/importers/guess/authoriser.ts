import type { Line } from '../model/extract.ts';
import type { Guess } from './guess.ts';
import { isName, isOffice } from './names.ts';
import { sentenceFrom } from './sentences.ts';

const SUBJECT =
  '\\b(?:announcement|release|document|report|statement|notice|presentation|disclosure|lodge?ment|update|request|letter)\\b[^.]{0,60}?\\b';
const FILLER =
  '(?:\\s+(?:and|for|to|be|its|release|released|lodge?ment|lodged|issue|publication|given|the|this|announcement|asx|market|with|Limited|on|platform|approved|authori[sz]ed|Australian Securities Exchange))*';

const FORMS: readonly RegExp[] = [
  new RegExp(`${SUBJECT}(?:authori[sz]ed|approved)\\b${FILLER}\\s+by\\b:?\\s*`, 'i'),
  /^(?:approved and )?(?:authori[sz]ed|approved) (?:for|and approved for) (?:release|lodge?ment|issue|publication)\b[^.]{0,60}?\bby\b:?\s*/i,
  /^(?:release |lodge?ment )?authori[sz]ed by\b:?\s*/i,
];

/** A rule, a note on how to fill in a form, and a proxy form speak of what may or must be authorised, and of nobody. */
const OF_NOBODY =
  /\b(?:if|must|should|may|can|cannot|shall|unless|whether|you|your|insert|appoint\w*|prox(?:y|ies)|attorney|power of|shareholder|securityholder|signed|under seal|see note|body or officer|person authorising)\b/i;

/** A document that speaks of authorising more often is about it. */
const MOST_TRIED = 200;

/**
 * Who authorised the release: the words behind "authorised for release by", up to the end of the sentence, over the ends of
 * lines (Listing Rule 15.5). `undefined` where nobody is named, or only a rule or a form says who might.
 */
export function guessAuthoriser(lines: readonly Line[]): Guess | undefined {
  let tried = 0;
  for (const [index, line] of lines.entries()) {
    if (!/\b(?:authori[sz]ed|approved)\b/i.test(line.text)) continue;
    if (++tried > MOST_TRIED) break;
    const found = valueAt(lines, index);
    if (found) return { ...found, confidence: 'likely' };
  }
  return undefined;
}

function valueAt(lines: readonly Line[], index: number): { value: string; evidence: string } | undefined {
  const line = lines[index];
  if (!line) return undefined;
  const above = lines[index - 1];
  // The sentence is short; a line without an end must not keep the search busy.
  const at = line.text.search(/\b(?:authori[sz]ed|approved)\b/i);
  const start = Math.max(0, at - 120);
  const own = line.text.slice(start, at + 400);
  // "This announcement has been" may stand at the end of the line above.
  const before =
    above && at < 40 && above.page === line.page && above.column === undefined ? `${above.text.slice(-100)} ` : '';
  const found = firstMatch(own) ?? firstMatch(before + own, before.length);
  const below = found ? undefined : byBelow(lines, index, before + own);
  const sentence = found?.sentence ?? below?.sentence;
  if (sentence === undefined || OF_NOBODY.test(sentence)) return undefined;
  const from = start + Math.max(0, found?.end ?? 0);
  const isBelow = below === undefined && line.text.slice(from).trim() === '';
  const words = below
    ? sentenceFrom(lines, index + 1, below.from)
    : (isBelow ? namesBelow(lines, index) : undefined) || sentenceFrom(lines, index, from);
  const value = words.replace(/^(?:by )?(?:order of )?(?=the\b|our\b)/i, '');
  const isWho = value.length >= 4 && value.length <= 200 && /^(?:\p{Lu}|(?:the|its|our|an?)\b)/u.test(value);
  if (!isWho || OF_NOBODY.test(value)) return undefined;
  return { value, evidence: `${line.text.trim()} ${isBelow ? words : ''}`.trim() };
}

/** The words that say it in a text, with the beginning of their sentence, and where they end counted from `offset`. */
function firstMatch(text: string, offset = 0): { sentence: string; end: number } | undefined {
  const match = FORMS.map((form) => form.exec(text)).find((one) => one !== null);
  if (!match) return undefined;
  const end = match.index + match[0].length;
  return { sentence: text.slice(0, end).replace(/^.*\.\s/s, ''), end: end - offset };
}

/** `authorised for release` at a line's end, `by the Board` at the beginning of the next. */
function byBelow(lines: readonly Line[], index: number, text: string): { sentence: string; from: number } | undefined {
  const next = lines[index + 1];
  if (!next || next.page !== lines[index]?.page) return undefined;
  const by = /^by\b:?\s*/i.exec(next.text);
  const isOpen = new RegExp(`${SUBJECT}(?:authori[sz]ed|approved)\\b${FILLER}$`, 'i').test(text.trimEnd());
  return by && isOpen ? { sentence: text.replace(/^.*\.\s/s, ''), from: by[0].length } : undefined;
}

/** Behind a colon the name stands on the lines below, with the person's office. */
function namesBelow(lines: readonly Line[], index: number): string {
  const [name, office] = lines.slice(index + 1, index + 3).map((line) => line.text.trim());
  if (name === undefined) return '';
  if (!isName(name))
    return /\b(?:board|directors?|secretary|committee)\b/i.test(name) && name.length < 120
      ? name.replace(/\.$/, '')
      : '';
  return office !== undefined && isOffice(office) ? `${name}, ${office}` : name;
}
