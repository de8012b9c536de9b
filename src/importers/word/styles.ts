import { all, one, value } from './numbers.ts';

/** The look of characters that a style gives, by its own properties and those of the styles that it is based on. */
export interface Styles {
  /** The property of a name, such as `w:vanish`, that counts for a style; `undefined` where none says it. */
  readonly look: (style: string, property: string) => Element | undefined;
  /** True where a style, or one that it is based on, sets something behind the text. */
  readonly isShaded: (style: string) => boolean;
}

/** Reads the styles of `styles.xml`, which may be absent. */
export function readStyles(styles: Document | undefined): Styles {
  const byId = new Map(all(styles, 'w:style').map((style) => [value(style, 'w:styleId'), style] as const));
  /** A style and those that it is based on; one that is based on itself is none of Word's, and ends there. */
  const chain = (style: string) => {
    const passed = new Set<string>();
    for (let id = style; id !== '' && !passed.has(id); id = value(one(byId.get(id), 'w:basedOn'), 'w:val'))
      passed.add(id);
    return [...passed];
  };
  return {
    look: (style, property) =>
      chain(style)
        .map((id) => child(child(byId.get(id), 'w:rPr'), property))
        .find((own) => own !== undefined),
    isShaded: (style) => chain(style).some((id) => one(byId.get(id), 'w:shd') !== undefined),
  };
}

/** An element's own child of a name; `one` also finds those of the elements in it. */
export function child(parent: Element | undefined, name: string): Element | undefined {
  return parent && [...parent.children].find(({ nodeName }) => nodeName === name);
}

/** The character style of a run, and the paragraph style around it; empty where it has none. */
export function stylesOf(run: Element): { readonly own: string; readonly around: string } {
  const paragraph = run.closest('w\\:p') ?? undefined;
  return {
    own: value(child(child(run, 'w:rPr'), 'w:rStyle'), 'w:val'),
    around: value(child(child(paragraph, 'w:pPr'), 'w:pStyle'), 'w:val'),
  };
}
