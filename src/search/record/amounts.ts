import { RAISED } from '../../text/script-forms.ts';
import { findRatios } from './ratios.ts';

/** An amount in a text: where it stands, and the word by which the index knows its value. */
interface Amount {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

/**
 * The amounts in a text, in order: numbers with a scale (`A$4.2bn`, `$12.5 million`, `12.5m`) and grouped numbers
 * from a million on (`$12,500,000`). Equal values have equal words, whatever the currency and however written.
 * A single letter after a space (`12.5 m`) is a scale only behind a currency: it may stand for metres. `3B` and `5B` are forms.
 * Ratios are among them (`1 for 4`, `1:4`).
 */
export function findAmounts(text: string): readonly Amount[] {
  return findPossibleAmounts(text).filter((amount) => amount.certain);
}

/** The amounts in a text and whatever else somebody may type as one: `12.5 m` of drill core too, for `12.5m` is typed for it. */
export function findPossibleAmounts(text: string): readonly (Amount & { readonly certain: boolean })[] {
  const ratios = findRatios(text).map((ratio) => ({ ...ratio, word: MARK + ratio.word, certain: true }));
  const amounts = matchAmounts(text).flatMap((match) => {
    const { currency, number, scale, end } = match.groups as Partial<Record<string, string>> & { number: string }; // named so below
    const whole = number.replace(/\..*/, '').replaceAll(',', '');
    if (number.includes(',') && !GROUPED.test(number)) return [];
    // Square and cubic metres.
    if (currency === undefined && /m$/i.test(scale ?? '') && /^[²³]/.test(end ?? '')) return [];
    if (scale === undefined && !(number.includes(',') && whole.length >= 7)) return [];
    if (FORM_NUMBER.test(match[0])) return [];
    const power = scale === undefined ? 0 : (POWERS[scale.trim().replace('-', '').toLowerCase()] ?? 0);
    return [
      {
        start: match.index,
        end: match.index + match[0].length,
        word: `${MARK}${scientific(number.replaceAll(',', ''), power)}`,
        certain: currency !== undefined || scale === undefined || !/^[\s-](?:[a-z]|mill)$/i.test(scale),
      },
    ];
  });
  return ratios.length === 0 ? amounts : [...amounts, ...ratios].toSorted((a, b) => a.start - b.start);
}

/** The numbers of forms of the Listing Rules that would be billions. */
const FORM_NUMBER = /^[35][\s-]?b$/i;

/**
 * All matches of `AMOUNT` with a scale or grouped digits, as `matchAll` would find them. It is tried only shortly before and at
 * a number behind which a scale may stand: over whole texts it would take most of the time that indexing needs.
 */
function matchAmounts(text: string): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  let end = 0;
  for (const { 0: number, index } of text.matchAll(/\d[\d,]*(?:\.\d+)?/g)) {
    if (!mayBeScaled(text, index + number.length) && !/,.*,/.test(number)) {
      end = Math.max(end, index + number.length);
      continue;
    }
    for (let at = Math.max(end, index - LONGEST_CURRENCY); at <= index; at++) {
      AMOUNT.lastIndex = at;
      const match = AMOUNT.exec(text);
      if (!match) continue;
      matches.push(match);
      end = at + match[0].length;
      break;
    }
  }
  return matches;
}

/** False where plainly no scale begins behind a number, such as a word, a full stop or the bar of a table. */
function mayBeScaled(text: string, end: number): boolean {
  const next = text.charAt(end);
  const sign = /[\s-]/.test(next) ? text.charAt(end + 1) : next;
  return sign !== '' && !NO_SCALE.test(sign);
}

/** Signs of ASCII with which neither a scale nor the mark of a note begins. */
const NO_SCALE = /[^bkmt*[(^\x80-\uffff]/i;

/** An amount below a million as a plain number, as texts without a scale have it: `30000` for the word of `$30k`. */
export function plainNumber(word: string): string | undefined {
  const [, digits = '', power = ''] = /^\D(\d+)e(\d+)$/.exec(word) ?? [];
  const number = digits + '0'.repeat(Number(power));
  return digits === '' || number.length > 6 ? undefined : number;
}

/** The word of an amount that is written without a scale: that of `30k` for `$30,000`, of `4.2m` for `4200000`. */
export function unscaledWord(token: string): string | undefined {
  const [, number] = /^(?:\p{Lu}{0,3}\p{Sc})?(\d{1,3},\d{3}|\d{5,15})[.,;:!?)]*$/u.exec(token) ?? [];
  return number === undefined ? undefined : `${MARK}${scientific(number.replace(',', ''), 0)}`;
}

/** True for a word that stands for an amount's value. */
export function isAmountWord(word: string): boolean {
  return word.startsWith(MARK);
}

// A letter that no release uses: no other word can begin with it, and so none is found in an amount's stead.
const MARK = 'ʒ';
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

const POWERS: Readonly<Record<string, number>> = {
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  mln: 6,
  mil: 6,
  mill: 6,
  million: 6,
  b: 9,
  bn: 9,
  bln: 9,
  billion: 9,
  tn: 12,
  trn: 12,
  trillion: 12,
};

const SCALE = '(?:thousand|million|mill|mln|mil|mn|m|billion|bln|bn|b|trillion|trn|tn|k)';
/** Marks that lead to a note may stand behind the number and behind the scale: `$5¹ million`, `$5* million`, `$5(1) million`. */
const NOTE_MARK = `(?:(?:\\s?${RAISED}(?:[,;]? ?${RAISED})*|[*†‡§¶]+|\\[\\^?\\w{1,3}\\]|\\(\\w{1,2}\\)|\\^\\([^()]{1,40}\\)|\\^\\w{1,9}(?!\\w)))`;
/** A sign with up to three letters before it, or the letters by which banks know a currency. */
const CURRENCY = '(?:(?:\\p{Lu}{1,3})?\\p{Sc}|(?:AUD|USD|NZD|CAD|GBP|EUR|CHF|JPY|CNY|HKD|SGD)(?:\\s?\\p{Sc})?)';
/** Three letters and a sign, of two code units each at most, and a space. */
const LONGEST_CURRENCY = 9;
const AMOUNT = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(?<currency>${CURRENCY}\\s?)?(?<number>\\d[\\d,]*(?:\\.\\d+)?)${NOTE_MARK}?(?<scale>[\\s-]?${SCALE})?(?<end>${NOTE_MARK})?(?![\\p{L}\\p{N}]|[.,]\\d)`,
  'iuy',
);

/** A decimal number times a power of ten as `<digits>e<exponent>`, without zeros at either end: one form for each value. */
function scientific(number: string, power: number): string {
  const [whole = '', fraction = ''] = number.split('.');
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  return significant === '' ? '0e0' : `${significant}e${power - fraction.length + digits.length - significant.length}`;
}
