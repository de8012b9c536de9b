/**
 * A text as ASCII lower-case letters, digits and hyphens, of whole words up to `length` characters (a first word that
 * is longer is cut). Accents are folded and `&` becomes "and"; empty when nothing is left, as with a text in Chinese.
 */
export function slugOf(text: string, length = 79): string {
  const words = fold(text)
    .toLowerCase()
    .replaceAll('&', ' and ')
    // An apostrophe belongs to its word: "Director's" is one word, not two.
    .replace(/['\u2018\u2019\u02bc`]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, length) : `${slug}-${word}`;
    if (longer.length > length) break;
    slug = longer;
  }
  return slug;
}

/** Letters without their accents, and the few that Unicode does not take apart. */
function fold(text: string): string {
  return (
    text
      // A raised figure is not a part of the one before it.
      .replace(/(?<=\d)(?=[⁰¹²³⁴-⁹₀-₉⁻₋])/g, ' ')
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[ßæœøđłþðıÆŒØĐŁÞÐ]/g, (letter) => LETTERS[letter] ?? letter)
  );
}

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  þ: 'th',
  ð: 'd',
  ı: 'i',
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'O',
  Đ: 'D',
  Ł: 'L',
  Þ: 'TH',
  Ð: 'D',
};
