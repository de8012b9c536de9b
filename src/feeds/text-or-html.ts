/**
 * A text for a field that some readers take for plain text and others for HTML: it reads the same in both, and as HTML it
 * holds no element. Where HTML would see a tag or a character reference, a word joiner stands behind the `<` or `&`: a
 * character that nobody sees and that parts no word, so that the letters stay as they were lodged.
 *
 * RSS leaves open what its titles are. Plain text is what its advisory board recommends, but readers that insert it as
 * HTML are common: `<b>` would be lost in them and `<img onerror=…>` would run. Escaped as HTML, `R&D` would read `R&amp;D` in
 * the others. A sign that only looks like `<` would be another letter for everybody. Most texts stay as they are: `R&D`,
 * `M&A`, `< 5 g/t` and `<5 g/t` are no markup (HTML Standard, 13.2.5.6 and 13.2.5.72). Headlines hold no word joiner of
 * their own, so whoever takes it out has the headline again.
 */
export function textOrHtml(text: string): string {
  return text.replace(MARKUP, (sign) => `${sign}\u2060`);
}

// References that need no semicolon, by the HTML Standard's list of names; with one, any name may be a reference.
const WITHOUT_SEMICOLON =
  'AElig|AMP|Aacute|Acirc|Agrave|Aring|Atilde|Auml|COPY|Ccedil|ETH|Eacute|Ecirc|Egrave|Euml|GT|Iacute|Icirc|Igrave|Iuml|LT|Ntilde|' +
  'Oacute|Ocirc|Ograve|Oslash|Otilde|Ouml|QUOT|REG|THORN|Uacute|Ucirc|Ugrave|Uuml|Yacute|aacute|acirc|acute|aelig|agrave|amp|' +
  'aring|atilde|auml|brvbar|ccedil|cedil|cent|copy|curren|deg|divide|eacute|ecirc|egrave|eth|euml|frac12|frac14|frac34|gt|iacute|' +
  'icirc|iexcl|igrave|iquest|iuml|laquo|lt|macr|micro|middot|nbsp|not|ntilde|oacute|ocirc|ograve|ordf|ordm|oslash|otilde|ouml|' +
  'para|plusmn|pound|quot|raquo|reg|sect|shy|sup1|sup2|sup3|szlig|thorn|times|uacute|ucirc|ugrave|uml|uuml|yacute|yen|yuml';
const MARKUP = new RegExp(`<(?=[A-Za-z/!?])|&(?=#|[A-Za-z][A-Za-z\\d]*;|(?:${WITHOUT_SEMICOLON}))`, 'g');
