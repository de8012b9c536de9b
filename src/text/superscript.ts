import { escapeMarkup, unescapeMarkup } from './markup.ts';

type Script = 'sup' | 'sub';

/**
 * HTML of the renderer as plain text is made of it: footnote marks and the links back to them are left out, superscripts
 * and subscripts are what `scriptText` makes of them, and a struck-out word does not run into its neighbour.
 */
export function withoutScripts(html: string): string {
  if (!SCRIPTED.test(html)) return html;
  const parts = html.replace(FOOTNOTE_LINK, '').split(TAG);
  const whole: Level = { html: '', last: '', depth: 0 };
  let level = whole;
  for (const [at, part] of parts.entries()) {
    const name = at % 2 === 1 ? nameOf(part) : undefined;
    if (name === undefined) {
      level.html += part;
      level.last = part.at(-1) ?? level.last;
    } else if (name === 'sup' || name === 'sub') {
      level = part.startsWith('</')
        ? closed(level, nextIn(parts, at))
        : { html: '', last: '', depth: level.depth + 1, script: name, outer: level };
    } else {
      // In a superscript nothing but its text counts.
      if (level === whole) {
        if (name === 'del' && isWordlike(level.last) && isWordlike(nextIn(parts, at))) level.html += ' ';
        level.html += part;
      }
      if (!INLINE.has(name)) level.last = '';
    }
  }
  return whole.html;
}

/** The whole, or a superscript or subscript in what is around it. */
interface Level {
  html: string;
  /** The last character in the same line; empty where there is none. */
  last: string;
  readonly depth: number;
  readonly script?: Script;
  readonly outer?: Level;
}

/** What is around a superscript or subscript, once that is written into it. */
function closed(level: Level, after: string): Level {
  const { html, depth, script, outer } = level;
  if (!script || !outer) return level;
  if (depth > DEEPEST) {
    // Nobody reads figures that are raised so often; they do not run into each other.
    outer.html += ` ${html} `;
    return outer;
  }
  const written = scriptText(unescapeMarkup(html), script, outer.last, after);
  outer.html += escapeMarkup(written);
  outer.last = written.at(-1) ?? outer.last;
  return outer;
}

const SCRIPTED = /<(?:su[bp]|del)>/;
/** A footnote's mark, and the links from the footnote back to each of its marks; no author can write either. */
const FOOTNOTE_LINK =
  /<sup><a href="[^"]*" id="[^"]*" data-footnote-ref[^>]*>[^<]*<\/a><\/sup>|\s*<a href="[^"]*" data-footnote-backref[^>]*>[^<]*(?:<sup>\d*<\/sup>)?<\/a>/g;
// What stands in quotation marks may be any sign but them.
const TAG = /(<\/?[a-z][a-z\d]*(?: [^">]*(?:"[^"]*"[^">]*)*)?>)/;
const INLINE: ReadonlySet<string> = new Set(['a', 'code', 'del', 'em', 'span', 'strong', 'sub', 'sup']);

/** The first character of what follows a tag in its line; empty where nothing does. */
function nextIn(parts: readonly string[], at: number): string {
  for (let next = at + 1; next < Math.min(parts.length, at + FARTHEST); next++) {
    const part = parts[next] ?? '';
    if (next % 2 === 0 && part !== '') return part.charAt(0);
    if (next % 2 === 1 && !INLINE.has(nameOf(part))) return '';
  }
  return '';
}

function nameOf(tag: string): string {
  return /^<\/?([a-z\d]+)/.exec(tag)?.[1] ?? '';
}

const DEEPEST = 4;
/** Tags that may stand side by side; whoever writes more has no figure in mind. */
const FARTHEST = 20;

/**
 * A raised or lowered text on the line, so that no figure becomes another one: in the characters that Unicode has for it
 * (`10⁶`, `CO₂`), where it has one for each, since readers see then what the page shows; else behind a sign, as such
 * figures are typed (`10^0.5`, `Au_eq`, `5^(see note 3)`). What print raises for its looks stands on the line (`1st`, `™`), and
 * so does what no word stands beside. `before` and `after` are the characters on both sides, empty where the line ends.
 */
export function scriptText(written: string, script: Script, before: string, after: string): string {
  // Longer ones have no form of their own, and are not looked through once more for each element that they stand in.
  if (written.length > LONGEST) return keptApart(written, script, '(');
  const text = written.replace(/\s+/g, ' ').trim();
  if (text === '') return '';
  if (script === 'sup') {
    if (/\d/.test(before) && /^(?:st|nd|rd|th)$/i.test(text)) return text;
    const sign = SIGNS.get(text.toUpperCase());
    if (sign !== undefined) return sign;
  }
  const forms = FORMS[script];
  const own = [...text].map((character) => forms.get(character) ?? (NEUTRAL.test(character) ? character : undefined));
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters <= MOST_LETTERS && own.every((character) => character !== undefined)) return own.join('');
  const isApart = /^[\s([{“‘"']?$/.test(before) && !isWordlike(after);
  if (isApart) return text;
  return keptApart(text, script, /^[A-Za-z\d.]+$/.test(text) && !isWordlike(after) ? '' : '(');
}

function keptApart(text: string, script: Script, bracket: '(' | ''): string {
  return `${script === 'sup' ? '^' : '_'}${bracket}${text}${bracket && ')'}`;
}

function isWordlike(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

const LONGEST = 40;
/** A raised word is harder to read than one behind a sign. */
const MOST_LETTERS = 3;
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['TM', '™'],
  ['SM', '℠'],
]);
/** Stand between raised figures, or are raised already. */
const NEUTRAL = /^[,; *†‡§¶#′″°ªº™℠®©⁰¹²³⁴-⁹]$/u;

const SIGNS_AND_DIGITS = '0123456789+-−–=()';
const FORMS: Readonly<Record<Script, ReadonlyMap<string, string>>> = {
  sup: pairsOf(`${SIGNS_AND_DIGITS}abcdefghijklmnoprstuvwxyz`, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ'),
  sub: pairsOf(`${SIGNS_AND_DIGITS}aehijklmnoprstuvx`, '₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'),
};

function pairsOf(from: string, to: string): ReadonlyMap<string, string> {
  const forms = [...to];
  return new Map([...from].map((character, at) => [character, forms[at] ?? character]));
}

/** The characters that stand for raised text, and those for lowered text. */
export const scriptCharacters: Readonly<Record<Script, string>> = {
  sup: [...new Set(FORMS.sup.values())].join(''),
  sub: [...new Set(FORMS.sub.values())].join(''),
};

/** A figure's exponent in the characters for raised text, as far as there are some. */
export function raise(text: string): string {
  return [...text].map((character) => FORMS.sup.get(character) ?? character).join('');
}
