import { letterOf, romanOf } from '../html/html-lists.ts';
import { cardinalWordOf, ordinalOf, ordinalWordOf } from './number-words.ts';

/** The numbers and letters that Word sets before paragraphs by itself. */
export interface Numbering {
  /** The label of the next paragraph of a list at a level; `undefined` for a bullet, and for a list that is none. */
  readonly next: (list: string, level: number) => Label | undefined;
  /** The list and level that a style has of its own. */
  readonly ofStyle: (style: string) => { list: string; level: number } | undefined;
  /** The kinds of numbers that labels had and that are not known; digits stand for them. */
  readonly unknown: ReadonlySet<string>;
}

/** What Word sets before a paragraph: `1.1`, `(a)`; with `count` where it is a plain `1.`, which a list shows by itself. */
interface Label {
  readonly text: string;
  readonly count?: number;
}

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
  /** True where the numbers of all levels are shown as digits, as in `1.2` below `Article I`. */
  readonly isLegal: boolean;
  /** The count of levels from the top at whose next number this one begins anew; without it, any above. */
  readonly restart: number | undefined;
  /** The style whose paragraphs stand at this level. */
  readonly style: string;
}

/** Reads `numbering.xml` and the lists of `styles.xml`; both may be absent. */
export function readNumbering(numbering: Document | undefined, styles: Document | undefined): Numbering {
  const abstracts = abstractLists(numbering, styles);
  const lists = new Map(
    all(numbering, 'w:num').map((entry) => {
      const abstract = value(one(entry, 'w:abstractNumId'), 'w:val');
      const levels = new Map(abstracts.get(abstract));
      let restarts = false;
      for (const override of all(entry, 'w:lvlOverride')) {
        const level = Number(value(override, 'w:ilvl'));
        const start = value(one(override, 'w:startOverride'), 'w:val');
        const own = levelsOf(override).get(level) ?? levels.get(level);
        if (own) levels.set(level, start === '' ? own : { ...own, start: Number(start) });
        restarts ||= start !== '';
      }
      // Lists of one kind count on, unless one begins anew.
      return [
        value(entry, 'w:numId'),
        { levels, counter: restarts ? `n${value(entry, 'w:numId')}` : `a${abstract}` },
      ] as const;
    }),
  );
  const byId = new Map(all(styles, 'w:style').map((style) => [value(style, 'w:styleId'), style] as const));
  const counts = new Map<string, (number | undefined)[]>();
  const unknown = new Set<string>();
  return {
    unknown,
    ofStyle(style) {
      const passed = new Set<string>();
      let level = '';
      for (let id = style; byId.has(id) && !passed.has(id); id = value(one(byId.get(id), 'w:basedOn'), 'w:val')) {
        passed.add(id);
        const properties = one(byId.get(id), 'w:numPr');
        level ||= value(one(properties, 'w:ilvl'), 'w:val');
        const list = value(one(properties, 'w:numId'), 'w:val');
        if (list === '') continue;
        const named = [...(lists.get(list)?.levels ?? [])].find(([, own]) => own.style === id)?.[0];
        return { list, level: Number(level || named || 0) };
      }
      return undefined;
    },
    next(list, level) {
      const found = lists.get(list);
      const own = found?.levels.get(level);
      if (!found || !own) return undefined;
      const count = counts.get(found.counter) ?? [];
      counts.set(found.counter, count);
      for (let above = 0; above < level; above++) count[above] ??= found.levels.get(above)?.start ?? 1;
      count[level] = (count[level] ?? own.start - 1) + 1;
      for (let below = level + 1; below < count.length; below++)
        if (level < (found.levels.get(below)?.restart ?? LEVELS)) count[below] = undefined;
      if (own.format === 'bullet') return undefined;
      const label = own.text.replace(/%(\d)/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const format = found.levels.get(at)?.format ?? 'decimal';
        if (!own.isLegal && !KNOWN.has(format)) unknown.add(format);
        return written(count[at] ?? 1, own.isLegal && format !== 'none' ? 'decimal' : format);
      });
      const isPlain = own.format === 'decimal' && new RegExp(`^%${level + 1}[.)]$`).test(own.text);
      return { text: label.trim(), ...(isPlain ? { count: count[level] ?? 1 } : {}) };
    },
  };
}

/** Word's own lists have so many. */
const LEVELS = 9;

function levelsOf(parent: Element): Map<number, Level> {
  return new Map(
    all(parent, 'w:lvl')
      .filter((level) => Number(value(level, 'w:ilvl')) < LEVELS)
      .map((level) => [
        Number(value(level, 'w:ilvl')),
        {
          format: value(one(level, 'w:numFmt'), 'w:val') || 'decimal',
          text: value(one(level, 'w:lvlText'), 'w:val'),
          start: Number(value(one(level, 'w:start'), 'w:val') || 1),
          isLegal: isOn(one(level, 'w:isLgl')),
          restart: restartOf(level),
          style: value(one(level, 'w:pStyle'), 'w:val'),
        },
      ]),
  );
}

function restartOf(level: Element): number | undefined {
  const restart = value(one(level, 'w:lvlRestart'), 'w:val');
  return restart === '' ? undefined : Number(restart);
}

/** The levels of each kind of list; one may be that of a style. */
function abstractLists(
  numbering: Document | undefined,
  styles: Document | undefined,
): ReadonlyMap<string, ReadonlyMap<number, Level>> {
  const own = new Map(
    all(numbering, 'w:abstractNum').map((entry) => [value(entry, 'w:abstractNumId'), levelsOf(entry)] as const),
  );
  for (const entry of all(numbering, 'w:abstractNum')) {
    const linked = value(one(entry, 'w:numStyleLink'), 'w:val');
    if (linked === '') continue;
    const style = all(styles, 'w:style').find((one) => value(one, 'w:styleId') === linked);
    const list = all(numbering, 'w:num').find(
      (num) => value(num, 'w:numId') === value(one(style, 'w:numId'), 'w:val') && style !== undefined,
    );
    const levels = own.get(value(one(list, 'w:abstractNumId'), 'w:val'));
    if (levels) own.set(value(entry, 'w:abstractNumId'), levels);
  }
  return own;
}

const KNOWN = new Set(
  'none decimal decimalZero ordinal ordinalText cardinalText numberInDash lowerLetter upperLetter lowerRoman upperRoman'.split(
    ' ',
  ),
);

function written(count: number, format: string): string {
  switch (format) {
    case 'none':
      return '';
    case 'ordinal':
      return ordinalOf(count);
    case 'ordinalText':
      return ordinalWordOf(count);
    case 'cardinalText':
      return cardinalWordOf(count);
    case 'numberInDash':
      return `- ${count} -`;
    case 'lowerLetter':
      return letterOf(count);
    case 'upperLetter':
      return letterOf(count).toUpperCase();
    case 'lowerRoman':
      return romanOf(count);
    case 'upperRoman':
      return romanOf(count).toUpperCase();
    case 'decimalZero':
      return String(count).padStart(2, '0');
    default:
      return String(count);
  }
}

/** True for a property that is there and does not say no. */
export function isOn(mark: Element | undefined): boolean {
  return mark !== undefined && !/^(?:0|false|off)$/.test(value(mark, 'w:val'));
}

export function all(parent: Document | Element | undefined, name: string): Element[] {
  return parent ? [...parent.getElementsByTagName(name)] : [];
}

export function one(parent: Document | Element | undefined, name: string): Element | undefined {
  return all(parent, name)[0];
}

export function value(element: Element | undefined, attribute: string): string {
  return element?.getAttribute(attribute) ?? '';
}

/** The names of styles by their ids: `Heading 1`, `toc 2`. */
export function styleNames(styles: Document | undefined): Map<string, string> {
  return new Map(
    all(styles, 'w:style').map((style) => [value(style, 'w:styleId'), value(one(style, 'w:name'), 'w:val')] as const),
  );
}
