// Colours and how well they can be read, after WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).

/** A colour of sRGB, each part from 0 to 255. */
type Colour = readonly [red: number, green: number, blue: number];

/** The contrast of two colours such as `#0b4a78`, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(parse(a)), luminance(parse(b))].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * The colour nearest to `colour`, mixed with black or white (`towards`), that has at least the contrast `least` to each of the
 * `backgrounds`; the colour itself where it has.
 */
export function legible(
  colour: string,
  towards: '#000000' | '#ffffff',
  backgrounds: readonly string[],
  least: number,
): string {
  const [from, to] = [parse(colour), parse(towards)];
  for (let step = 0; step <= 255; step++) {
    const mixed = write(from.map((part, at) => Math.round(part + ((to[at] ?? 0) - part) * (step / 255))));
    if (backgrounds.every((background) => contrast(mixed, background) >= least)) return mixed;
  }
  return towards;
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function parse(colour: string): Colour {
  const number = parseInt(colour.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}

function write(parts: readonly number[]): string {
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
