/**
 * The paths within the site that a page of this program names, as they are written, without what follows `#` or `?`: links,
 * styles, scripts, pictures and forms. Of a release's own text pictures alone: where its links lead, `check` says.
 */
export function namedAddresses(html: string, base: string): Set<string> {
  const textBegins = html.indexOf(TEXT_BEGINS);
  const textEnds = html.indexOf(TEXT_ENDS, textBegins);
  const found = new Set<string>();
  // A search for two characters and a look around them: half the time of a regular expression, on thousands of pages.
  for (let at = html.indexOf(MARK); at !== -1; at = html.indexOf(MARK, at + MARK.length)) {
    const isText = at > textBegins && at < textEnds;
    if (isText ? !isPicture(html, at) : !/\s(?:href|src|action)$/.test(html.slice(Math.max(0, at - 7), at))) continue;
    const address = html.slice(at + 2, html.indexOf('"', at + MARK.length)).replace(/[#?].*$/s, '');
    if (address.startsWith(base)) found.add(address);
  }
  return found;
}

/** The paths within the site that a style sheet or a script names in quotation marks or as `url(…)`. */
export function addressesInCode(code: string, base: string): string[] {
  return [...code.matchAll(/["'(](\/[^"'()\s]+\.(?:css|js|woff2?|png|svg))["')]/g)]
    .map(([, address = '']) => address)
    .filter((address) => address.startsWith(base));
}

/** The beginning of a path as an attribute's value. */
const MARK = '="/';

/** Around a release's text in src/pages/releases/[...id].astro; a text holds neither as markup. */
const TEXT_BEGINS = '<div class="body"';
const TEXT_ENDS = '</article>';

/** In a text the same characters may be words. */
function isPicture(html: string, at: number): boolean {
  return /^<img\s(?:[^>"]|"[^"]*")*src$/.test(html.slice(html.lastIndexOf('<', at), at));
}
