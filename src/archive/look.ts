import { contrast, legible } from '../text/contrast.ts';
import { quote } from '../text/quote.ts';
import type { Finding } from '../release/problem.ts';
import { activePart } from './active-svg.ts';

// The company's look in `archive.yml`. The backgrounds are those of src/styles/tokens.css; a test holds it.

/** The backgrounds of text in the light look and in the dark one. */
export const BACKGROUNDS = { light: ['#fcfbf8', '#f3f1eb'], dark: ['#15171a', '#1e2125'] } as const;

/** Contrast that text needs at level AAA of WCAG 2.2. */
const LEAST = 7;

/** What is wrong with an accent as a colour of links: it has to be a colour, and legible on light paper. */
export function accentFinding(accent: string): Finding | undefined {
  if (!/^#[0-9a-f]{6}$/i.test(accent)) {
    return {
      rule: 'accent-malformed',
      message: `${quote(accent)} is not a colour.`,
      hint: 'Write # and six hexadecimal digits in quotation marks, for example "#0b4a78".',
    };
  }
  const least = Math.min(...BACKGROUNDS.light.map((background) => contrast(accent, background)));
  if (least >= LEAST) return undefined;
  const nearest = legible(accent, '#000000', BACKGROUNDS.light, LEAST);
  return {
    rule: 'accent-contrast',
    message: `Text in ${quote(accent)} is hard to read: its contrast to the page is ${least.toFixed(1)}, and ${LEAST} is needed.`,
    hint: `Write accent: "${nearest}", the nearest that everybody can read.`,
  };
}

/**
 * A style sheet that gives links and focus the accent: as it is on light paper, lighter on dark paper where it has to be.
 * Stronger than the palette of all sites, which stands behind it in a page.
 */
export function accentStyles(accent: string): string {
  const dark = legible(accent, '#ffffff', BACKGROUNDS.dark, LEAST);
  const screen = '@media screen and (forced-colors: none)';
  const rule = (colour: string): string => `{html:root{--link:${colour};--focus:${colour}}}\n`;
  return `${screen}${rule(accent.toLowerCase())}${screen} and (prefers-color-scheme: dark)${rule(dark)}`;
}

/** The name of the logo in the site, by its ending; `undefined` for a file of another kind. */
export function logoName(file: string): 'logo.svg' | 'logo.png' | undefined {
  if (/\.svg$/i.test(file)) return 'logo.svg';
  return /\.png$/i.test(file) ? 'logo.png' : undefined;
}

/** What is wrong with the bytes of a logo; it is shown on every page, and whoever opens it by itself runs what it holds. */
export function logoFinding(file: string, bytes: Uint8Array): Finding | undefined {
  if (bytes.length > MOST_BYTES) {
    return {
      rule: 'logo-too-large',
      message: `The logo ${quote(file)} has ${Math.ceil(bytes.length / 1000)} KB.`,
      hint: `Save it smaller, below ${MOST_BYTES / 1000} KB: every page loads it.`,
    };
  }
  const isPng = logoName(file) === 'logo.png';
  const text = isPng ? '' : new TextDecoder().decode(bytes);
  if (isPng ? PNG.some((byte, at) => bytes[at] !== byte) : !/<svg[\s>]/i.test(text)) {
    return {
      rule: 'logo-malformed',
      message: `The logo ${quote(file)} is not a picture of the kind that its name says.`,
      hint: 'Save it again as SVG or PNG, with that ending.',
    };
  }
  const active = isPng ? undefined : activePart(bytes);
  if (active === undefined) return undefined;
  return {
    rule: 'logo-active',
    message: `The logo ${quote(file)} holds ${active}, and is to be a picture alone.`,
    hint: 'Export it as a plain SVG, or save it as PNG.',
  };
}

const MOST_BYTES = 100_000;
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
