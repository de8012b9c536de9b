/**
 * True for raw HTML that a browser would obey or hide: elements by their names, those of Word and of components, comments.
 * False for a text that only stands in angle brackets, `<Chart of prices>`, of which a page shows what its author sees.
 */
export function isHtml(raw: string): boolean {
  if (!/^<[a-z/]/i.test(raw)) return true;
  const [, name = ''] = /^<\/?([a-z][a-z\d:-]*)/i.exec(raw) ?? [];
  return /[:-]/.test(name) || /\s[\w:-]+\s*=/.test(raw) || NAMES.has(name.toLowerCase());
}

/** The elements of HTML, those of former times and of drawings that are pasted with it among them. */
const NAMES = new Set(
  `a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button canvas
caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure
font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins kbd label layer legend
li link main map mark marquee math menu meta meter nav nobr noembed noframes noscript object ol optgroup option output p param
path picture plaintext pre progress q rp rt ruby s samp script search section select slot small source span strike strong style
sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xml xmp`.split(
    /\s/,
  ),
);
