import type { Page } from './page.ts';

/** Below this share of words kept, a person must compare the release with its PDF. */
const KEPT = 0.99;

/** Names what was left out of all pages. */
export function furnitureNotes(
  running: readonly { text: string; pages: readonly number[] }[],
  pages: readonly Page[],
): string[] {
  const words = running.filter(({ text }) => /\p{L}/u.test(text)).map(({ text }) => `"${text}"`);
  return [
    ...(words.length > 0 ? [`Left out as running heads or feet: ${words.join(', ')}.`] : []),
    ...(pages.some((page) => page.stamped) ? ['Left out the stamp "For personal use only".'] : []),
  ];
}

/** A warning where words were lost. */
export function keptNotes(kept: number, lost: readonly string[]): string[] {
  return kept < KEPT
    ? [
        `Only ${(kept * 100).toFixed(1)} % of the words arrived; compare with the PDF. Missing, for example: ${lost.slice(0, 12).join(' ')}.`,
      ]
    : [];
}

/** Where text stood on its side. */
export function sidewaysNotes(pages: readonly Page[]): string[] {
  const with_ = pages.filter((page) => page.sideways.length > 0).map((page) => page.number);
  return with_.length > 0
    ? [`Text that stands on its side was put at the end of its page: page ${with_.join(', ')}.`]
    : [];
}
