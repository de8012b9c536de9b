import { escapeMarkup, unescapeMarkup } from './markup.ts';

type Script = 'sup' | 'sub';

/**
 * HTML of the renderer as plain text is made of it: footnote marks and the links back to them are left out, superscripts
 * and subscripts are what `scriptText` makes of them, and a struck-out word does not run into its neighbour.
 */
export function withoutScripts(html: string): string {
  if (!SCRIPTED.test(html)) return html;
  const parts = html.replace(FOOTNOTE_LINK, '').split(TAG);
  // One for each element that is open, with the text that it stands behind; the first for the whole.
  const open: { readonly script: Script; readonly before: string; text: string }[] = [];
  let deeper = 0;
  let out = '';
  let last = '';
  for (const [at, part] of parts.entries()) {
    const isTag = at % 2 === 1;
    const holder = open.at(-1);
    if (!isTag) {
      if (part === '') continue;
      if (holder) holder.text += unescapeMarkup(part);
      else out += part;
      last = part.at(-1) ?? last;
      continue;
    }
    const name = /^<\/?([a-z\d]+)/.exec(part)?.[1] ?? '';
    if (name === 'sup' || name === 'sub') {
      const isEnd = part.startsWith('</');
      if (holder && (isEnd ? deeper > 0 : open.length === DEEPEST)) {
        // Nobody reads figures that are raised so often; they do not run into each other.
        deeper += isEnd ? -1 : 1;
        holder.text += ' ';
        continue;
      }
      if (!isEnd) {
        open.push({ script: name, before: last, text: '' });
        last = '';
        continue;
      }
      const { script, before, text } = open.pop() ?? { script: name, before: '', text: '' };
      const written = scriptText(text, script, before, nextIn(parts, at));
      const outer = open.at(-1);
      if (outer) outer.text += written;
      else out += escapeMarkup(written);
      last = written.at(-1) ?? before;
      continue;
    }
    // In a superscript nothing but its text counts.
    if (!holder) {
      if (name === 'del' && isWordlike(last) && isWordlike(nextIn(parts, at))) out += ' ';
      out += part;
    }
    if (!INLINE.has(name)) last = '';
  }
  return out;
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
    if (next % 2 === 1 && !INLINE.has(/^<\/?([a-z\d]+)/.exec(part)?.[1] ?? '')) return '';
  }
  return '';
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
