import type { HastNode, HastVisitorContext } from 'satteri';
import type { ElementNode } from './markdown.ts';

/** A visitor that answers at once: rendering never waits. */
export interface Visitor {
  filter: string[];
  visit(node: ElementNode, context: HastVisitorContext): HastNode | void;
}

/** Each table gets a region that scrolls; the alignment of its cells becomes a class. */
export const tableVisitors: Visitor[] = [
  {
    filter: ['table'],
    visit(node, context) {
      context.wrapNode(node, {
        type: 'element',
        tagName: 'div',
        properties: { className: ['table'], role: 'region', ariaLabel: 'Table', tabIndex: 0 },
        children: [],
      });
    },
  },
  {
    filter: ['th', 'td'],
    visit(node, context) {
      // A strict policy blocks inline styles, so the alignment becomes a class.
      const side = /text-align:\s*(left|right|center)/.exec(String(node.properties['style'] ?? ''))?.[1];
      if (node.properties['style'] !== undefined) context.setProperty(node, 'style', undefined);
      if (side) context.setProperty(node, 'className', [side]);
    },
  },
];

/** The tables of a finished text, with names for their regions and without empty heads. */
export function finishTables(html: string): string {
  return html.includes('<table') ? nameTables(withoutEmptyHeads(html)) : html;
}

/**
 * A head without a word is left out, and a cell without one is no heading: a screen reader would say an empty name before each
 * figure. Beside such a cell the others say that they head columns. In text `<` is always escaped, so only tables match.
 */
function withoutEmptyHeads(html: string): string {
  return html
    .replace(/<thead>\s*<tr>\s*(?:<th(?: class="[a-z]+")?>\s*<\/th>\s*)+<\/tr>\s*<\/thead>\n?/g, '')
    .replace(/<th((?: [a-z]+="[a-z\d]+")*)>(\s*)<\/th>/g, '<td$1>$2</td>')
    .replace(/<thead>[^]*?<\/thead>/g, (head) =>
      head.includes('<td') ? head.replace(/<th(?![^>]*scope=)(?=[ >])/g, '<th scope="col"') : head,
    );
}

/** Regions are told apart by their names: `Table`, `Table 2`. In text `<` is always escaped, so only regions match. */
function nameTables(html: string): string {
  let count = 0;
  return html.replace(/(<div class="table" role="region" aria-label="Table)"/g, (_, start: string) =>
    ++count === 1 ? `${start}"` : `${start} ${count}"`,
  );
}
