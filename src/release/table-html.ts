/**
 * The tables of a text: each gets a region with a name, which scrolls by itself; the alignment of cells becomes a class, since a
 * strict policy blocks inline styles; heads without a word are left out. In text and attributes `<` is escaped, so only tables match.
 */
export function finishTables(html: string): string {
  return html.includes('<table') ? nameRegions(withoutEmptyHeads(alignByClass(html))) : html;
}

function alignByClass(html: string): string {
  return html.replace(/(<t[hd]) style="text-align: (left|right|center)">/g, '$1 class="$2">');
}

/**
 * A head without a word is left out, and a cell without one is no heading: a screen reader would say an empty name before each
 * figure. Beside such a cell the others say that they head columns.
 */
function withoutEmptyHeads(html: string): string {
  return html
    .replace(/<thead>\s*<tr>\s*(?:<th(?: class="[a-z]+")?>\s*<\/th>\s*)+<\/tr>\s*<\/thead>\n?/g, '')
    .replace(/<th((?: [a-z]+="[a-z\d]+")*)>(\s*)<\/th>/g, '<td$1>$2</td>')
    .replace(/<thead>[^]*?<\/thead>/g, (head) =>
      head.includes('<td') ? head.replace(/<th(?![^>]*scope=)(?=[ >])/g, '<th scope="col"') : head,
    );
}

/** Regions are told apart by their names: `Table`, `Table 2`. A wide table scrolls inside of its own, by keyboard too. */
function nameRegions(html: string): string {
  let count = 0;
  return html.replace(/<(\/?)table>/g, (tag, slash: string) => {
    if (slash !== '') return `${tag}</div>`;
    const name = ++count === 1 ? 'Table' : `Table ${count}`;
    return `<div class="table" role="region" aria-label="${name}" tabindex="0">${tag}`;
  });
}
