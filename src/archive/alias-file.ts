import { decodeWhole } from '../text/decode-escapes.ts';

/** The file of the page that answers at an old address, or `undefined` where a disk or a host could not hold it. */
export function aliasFile(alias: string): string | undefined {
  const below = decodeWhole(alias.slice(1));
  if (below === undefined) return undefined;
  const segments = below.replace(/\/$/, '').split('/');
  if (segments.some((name) => !isHoldable(name)) || new TextEncoder().encode(below).length > LONGEST_PATH)
    return undefined;
  return /\.html?$/i.test(below) ? below : `${segments.join('/')}/index.html`;
}

/** Bytes. */
const LONGEST_PATH = 1000;

/** Whether every usual system can hold a file or folder of this name. */
function isHoldable(name: string): boolean {
  const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const signs = /[<>:"|?*\\\u0000-\u001f\u007f]|[. ]$/;
  return !signs.test(name) && !reserved.test(name) && new TextEncoder().encode(name).length <= 200;
}
