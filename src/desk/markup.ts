import { escapeMarkup } from '../text/markup.ts';

/** Markup that is safe to send: what `html` has made. */
export interface Markup {
  readonly markup: string;
}

type Value = Markup | string | number | false | undefined | readonly Value[];

/** Markup of a template, in which every text that is put in is escaped; nothing is written for `false` and `undefined`. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { markup: parts.map((part, index) => part + written(values[index])).join('') };
}

/** Markup that a function of this program made safe, such as `renderBody`. */
export function trusted(markup: string): Markup {
  return { markup };
}

function written(value: Value): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') return escapeMarkup(String(value));
  return 'markup' in value ? value.markup : value.map(written).join('');
}
