/**
 * A text as ASCII lower-case letters, digits and hyphens, cut at a word where it is longer than `length`.
 * Accents are folded and `&` becomes "and"; empty when nothing is left, as with a headline in Chinese.
 */
export function slugOf(text: string, length = 80): string {
  const slug = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[æ]/g, 'ae')
    .replace(/[ø]/g, 'o')
    .replace(/&/g, ' and ')
    .replace(/[\u0300-\u036f'’‘]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (slug.length <= length) return slug;
  const cut = slug.slice(0, length + 1);
  const end = cut.lastIndexOf('-');
  return cut.slice(0, end > 0 ? end : length);
}
