import { MINUS, MORE_THAN, MORE_THAN_CLOSED_UP } from './amounts.ts';
import { PATH } from './backslashes.ts';
import { UNCLOSED } from './pictures.ts';
import { EMPTY_HEADS } from './tables.ts';
import { TEMPLATE_MARK } from './template-marks.ts';

/**
 * False for a text in which no rule of `proofread` can find anything: paragraphs of one line, plain lists and tables, links.
 * Parsing takes a hundred times as long as this look.
 */
export function mayNeedProofreading(body: string): boolean {
  const lines = body.includes('|') ? withoutPlainTables(body) : body;
  if (lines.includes('|') && TABLE.test(lines)) return true;
  if (body.includes('[^') || (body.includes('] (') && LINK_APART.test(body))) return true;
  if (body.includes('![[') || body.includes('! [')) return true;
  if (body.includes('*') && (hasOddAsterisk(body) || UNMATCHED.test(body) || RULE_BELOW_TEXT.test(body))) return true;
  if (body.includes('\\') && PATH.test(body)) return true;
  if (body.includes('{') && TEMPLATE_MARK.test(body)) return true;
  if (body.includes('<th') && EMPTY_HEADS.test(body)) return true;
  if (body.includes('_') && UNDERSCORE_WITHIN.test(body) && UNDERSCORE_BEFORE.test(body)) return true;
  if (body.includes('](') && (SPACE_IN_TARGET.test(body) || UNCLOSED.test(body))) return true;
  if (body.includes('\t') && ROWS_OF_TABS.test(body)) return true;
  if (body.includes('- ') && MINUS.test(body)) return true;
  if (body.includes('>') && (MORE_THAN.test(body) || MORE_THAN_CLOSED_UP.test(body))) return true;
  if ((body.includes('```') || body.includes('~~~')) && WORDS_AFTER_FENCE.test(body)) return true;
  return hasOddLine(lines);
}

/**
 * A text without its tables that hold nothing to find, each between empty lines: as many bars in each row, which begins and ends
 * with one, as in the line of hyphens, and words in the head. What could hide a bar, or leave a cell without words, is looked into.
 */
function withoutPlainTables(body: string): string {
  return body.replace(ROWS, (rows: string) => {
    const [head = '', ruler = '', ...others] = rows.trimEnd().split('\n');
    const width = barsIn(ruler);
    const isPlain =
      RULER.test(ruler) &&
      /[\p{L}\p{N}]/u.test(head.replace(/&\w+;|<[^<>]*>/g, '')) &&
      [head, ...others].every((row) => barsIn(row) === width);
    return isPlain && !/[\\`]|\]\(/.test(rows) ? '' : rows;
  });
}

function barsIn(row: string): number {
  let count = 0;
  for (let at = row.indexOf('|'); at !== -1; at = row.indexOf('|', at + 1)) count++;
  return count;
}

/** Lines between empty ones that begin and end with a bar. */
const ROWS = /(?<![^\n]\n?)(?:\|[^\n]*\|(?:\n|$)){2,}(?=\n|$)/g;
const RULER = /^\|(?: *:?-+:? *\|)+$/;

/**
 * An asterisk within a word, one behind a word while another stands before one far in front of it, or one behind a word while
 * another begins a line.
 */
function hasOddAsterisk(body: string): boolean {
  let opened = -1;
  let point = false;
  let note = false;
  for (let at = body.indexOf('*'); at !== -1; at = body.indexOf('*', at + 1)) {
    const isDouble = body.charCodeAt(at + 1) === 42;
    const before = body.charCodeAt(at - 1);
    if (isDouble) at++;
    const after = body.charCodeAt(at + 1);
    if (isWord(before) && isWord(after)) return true;
    if (isDouble) continue;
    if (isWord(before)) {
      if (opened !== -1 && at - opened > FAR) return true;
      note = true;
      opened = -1;
    } else if (after === 32) point ||= isAlone(body, at);
    else opened = at;
  }
  return point && note;
}

const FAR = 20;

/** True for letters, digits, a percent sign and a closing bracket. */
function isWord(code: number): boolean {
  return (code | 32) > 96 && (code | 32) < 123 ? true : isDigit(code) || code === 37 || code === 41 || code > 191;
}

/** True for an asterisk that begins the only point of a list. */
function isAlone(body: string, at: number): boolean {
  const end = body.indexOf('\n', at);
  const next = end === -1 ? '' : body.slice(end, end + 200).trimStart();
  const before = body.slice(Math.max(0, at - 1000), at).trimEnd();
  const former = before.slice(before.lastIndexOf('\n') + 1).trimStart();
  return !next.startsWith('* ') && !former.startsWith('* ');
}

/** One asterisk before words and two behind them, or two and one. */
const UNMATCHED = /(?<![*\\])(?:\*(?![*\s])[^*\n]{1,400}\*\*(?!\*)|\*\*(?![*\s])[^*\n]{1,400}\*(?!\*))/;
const RULE_BELOW_TEXT = /\S[ \t]*\n\*{3,}[ \t]*$/m;
const UNDERSCORE_WITHIN = /\p{L}_\p{L}/u;
const UNDERSCORE_BEFORE = /(?<![\p{L}\p{N}])_[\p{L}\p{N}]/u;
/** A row of a table begins with a bar, or stands above or below another line with one. */
const TABLE = /^[ \t>]*\||\|[^\n]*\n[^\n]*\|/m;
/** Two tabs in a line with little between them; lines below each other with one are found by their ends. */
const ROWS_OF_TABS = /^[^\t\n]{0,60}\t+[^\t\n]{1,60}\t+[^\t\n]/m;
const HEADING_CLOSED_UP = /^#{2,6}\p{L}/u;
const WORDS_AFTER_FENCE = /(?:```|~~~)[ \t]*[^\s`~][^\s]*[ \t]+\S/;
const LINK_APART = /\] \((?:https?:|mailto:|www\.|[^()\n]*\.\w{3,4}\))/;
const SPACE_IN_TARGET = /\]\(\s*[^\s()<>]+[ \t]+[^"'\s)]/;

/** A line that is indented, begins with a sign that may be lost, or follows another one without an empty line. */
function hasOddLine(body: string): boolean {
  let former = EMPTY;
  let number = 0;
  for (let start = 0; start < body.length;) {
    const end = body.indexOf('\n', start);
    const stop = end === -1 ? body.length : end;
    const kind = kindOf(body, start, stop);
    if (kind === ODD) return true;
    const own = kind === POINT ? parseInt(body.slice(start, Math.min(stop, start + 20)), 10) : NaN;
    // A list that counts otherwise than by one.
    if (own > 1 && own !== number + 1) return true;
    if (!Number.isNaN(own)) number = own;
    if ((kind === TEXT && (former === TEXT || former === POINT)) || (kind === RULE && former === TEXT)) return true;
    former = kind;
    start = stop + 1;
  }
  return false;
}

const EMPTY = 0;
const TEXT = 1;
const POINT = 2;
/** A row of hyphens or equals signs makes a heading of the text right above it. */
const RULE = 3;
const ODD = 4;
const HEADING = 5;

function kindOf(body: string, start: number, stop: number): number {
  let at = start;
  while (at < stop && body.charCodeAt(at) === 32) at++;
  if (at === stop) return EMPTY;
  const code = body.charCodeAt(at);
  if (at - start >= 4 || code === 9) return ODD;
  const next = body.charCodeAt(at + 1);
  const isApart = next === 32 || next === 9;
  if (isApart && (code === 45 || code === 42)) return POINT;
  if (isApart && code === 43) return ODD;
  if (code === 35 && !isApart && next !== 35 && next > 64) return ODD;
  if (code === 35 && next === 35 && HEADING_CLOSED_UP.test(body.slice(at, at + 7))) return ODD;
  if (code === 35 && next === 35 && /[ \t]#\s*$/.test(body.slice(Math.max(at, stop - 20), stop))) return ODD;
  if (code === 35) return isApart && isDigit(body.charCodeAt(at + 2)) ? ODD : HEADING;
  if (code === 61 || (code === 45 && next === 45)) return RULE;
  if (!isDigit(code)) return TEXT;
  do at++;
  while (isDigit(body.charCodeAt(at)));
  const closing = body.charCodeAt(at);
  return (closing === 46 || closing === 41) && body.charCodeAt(at + 1) === 32 ? POINT : TEXT;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
