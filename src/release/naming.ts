const LONGEST = 79;

/**
 * The file name part of a headline: ASCII lower-case letters, digits and hyphens, accents folded, `&` as `and`,
 * cut at a word below 80 characters. Never empty, and never digits alone, since those are the pages of lists.
 */
export function slugOf(headline: string): string {
  const words = fold(headline)
    .toLowerCase()
    .replaceAll('&', ' and ')
    // An apostrophe belongs to its word: "Director's" is one word, not two.
    .replace(/['\u2018\u2019\u02bc`]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, LONGEST) : `${slug}-${word}`;
    if (longer.length > LONGEST) break;
    slug = longer;
  }
  if (slug === '') return 'release';
  return /^\d+$/.test(slug) ? `release-${slug}` : slug;
}

/** The id of a release made on a Sydney day: `2020/2020-07-30-high-quality-neodymium-metal-produced`. */
export function idOf(day: string, headline: string): string {
  return `${day.slice(0, 4)}/${day}-${slugOf(headline)}`;
}

/** The first of `id`, `id-2`, `id-3` and so on that is not taken. Letter case is the asker's to fold. */
export function freeId(id: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(id)) return id;
  let number = 2;
  while (isTaken(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}

/** Letters without their accents, and the few that Unicode does not take apart. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđłþðıÆŒØĐŁÞÐ]/g, (letter) => LETTERS[letter] ?? letter);
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
