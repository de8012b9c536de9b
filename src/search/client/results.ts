import { correctionWords } from '../../release/correction-words.ts';
import { clockTime, shortDay } from '../../release/day-words.ts';
import type { Segment } from '../query/marks.ts';
import type { ResultView } from '../query/messages.ts';
import { make } from './page-elements.ts';

/** Shows results as list items. Those that stand there already stay as they are, so that nothing jumps and focus is kept. */
export function showResults(
  list: HTMLOListElement,
  results: readonly ResultView[],
  nameOf: (field: string, value: string) => string,
): void {
  const shown = new Map([...list.children].map((item) => [item.getAttribute('data-result'), item]));
  const items = results.map((result) => {
    const key = JSON.stringify(result);
    return shown.get(key) ?? resultItem(result, key, nameOf);
  });
  for (const [place, item] of items.entries())
    if (list.children[place] !== item) list.insertBefore(item, list.children[place] ?? null);
  while (list.children.length > items.length) list.lastElementChild?.remove();
}

/** The marks of a result, as lists of releases have them, and whether there is something to open beside its text. */
function marksOf({ flags, correctedBy, corrects }: ResultView): readonly HTMLElement[] {
  return [
    ...(flags.includes('price-sensitive') ? [make('span', 'mark sensitive', 'Price sensitive')] : []),
    ...correctedBy.map((kind) => make('span', 'mark corrected', correctionWords[kind].original)),
    ...corrects.map((kind) => make('span', 'mark corrects', correctionWords[kind].correcting)),
    ...(flags.includes('attachment') ? [make('span', 'mark attachment', 'Attachment')] : []),
  ];
}

function resultItem(result: ResultView, key: string, nameOf: (field: string, value: string) => string): HTMLLIElement {
  const [first, ...others] = result.passages;
  const headline = make('a', 'headline', ...segments(result.headline));
  headline.href = address(result.url, first?.target);
  for (const [name, value] of Object.entries(languageOf(result.language))) headline.setAttribute(name, value);
  const about = make('div', '', headline, ...marksOf(result));
  if (result.types.length > 0) {
    const names = result.types.map((type) => nameOf('type', type));
    about.append(make('span', 'types', names.join(', ')));
  }
  if (first) {
    const excerpt = make('p', 'excerpt', ...segments(first.segments));
    for (const [name, value] of Object.entries(languageOf(result.language))) excerpt.setAttribute(name, value);
    about.append(excerpt);
  }
  if (result.lacking.length > 0) {
    const lacking = make('p', 'lacking', 'Missing: ');
    // Struck out to be seen, and said by the word before.
    lacking.append(...result.lacking.flatMap((word, at) => [...(at > 0 ? [', '] : []), make('s', '', word)]));
    about.append(lacking);
  }
  const sections = [...(first?.section ? [first] : []), ...others];
  if (sections.length > 0) {
    const links = sections.map(({ section, target }) => {
      const link = make('a', '', section?.heading ?? '');
      link.href = address(result.url, target);
      return make('li', '', link);
    });
    const inside = make('ul', 'sections', ...links);
    inside.setAttribute('aria-label', 'Sections with these words');
    about.append(inside);
  }
  const item = make('li', '', when(result), make('span', 'codes', result.codes.join(' ')), about);
  item.setAttribute('data-result', key);
  return item;
}

/** The language of a text, and the direction in which it is written. */
function languageOf(language: string): Readonly<Record<string, string>> {
  if (language === '') return {};
  return { lang: language, ...(/^(?:ar|dv|fa|he|ps|ur|yi)\b/.test(language) && { dir: 'rtl' }) };
}

function when({ day, time }: ResultView): HTMLTimeElement {
  const made = make('time', '', shortDay(day));
  made.dateTime = time ? `${day}T${time}` : day;
  if (time) made.append(make('span', 'clock', ` ${clockTime(time.slice(0, 5))}`));
  return made;
}

function segments(list: readonly Segment[]): readonly (Node | string)[] {
  return list.map(({ text, marked }) => (marked ? make('mark', '', text) : text));
}

function address(url: string, target: string | undefined): string {
  return target ? `${url}#${target}` : url;
}
