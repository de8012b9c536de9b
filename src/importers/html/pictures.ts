import { isPicture } from '../../release/file-name.ts';
import { counted } from '../../text/counted.ts';
import { decodeWhole } from '../../text/decode-escapes.ts';
import { quoteText } from '../../text/quote.ts';
import type { Block } from '../model/blocks.ts';
import type { FileBeside } from '../model/extract.ts';

/** What a picture's address gives: its bytes, its path from the page's folder, or `undefined`. */
export type PictureSource = (address: string) => { bytes: Uint8Array; type: string } | { path: string } | undefined;

/** Takes up the pictures of a text, each once, and says which could not be had. */
interface Pictures {
  readonly block: (image: Element) => Block | undefined;
  readonly files: readonly FileBeside[];
  readonly notes: () => string[];
}

const TYPES: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
};

/** More pictures than that no announcement has. */
const MAX_PICTURES = 300;

export function collectPictures(sourceOf: PictureSource): Pictures {
  const files: FileBeside[] = [];
  const known = new Map<Element, Block | undefined>();
  const names = new Map<string, string>();
  const far: string[] = [];
  const odd: string[] = [];
  const fileOf = (address: string, alt: string): string | undefined => {
    const source = sourceOf(address);
    if (!source || files.length >= MAX_PICTURES) {
      (/^https?:|^\/\//i.test(address) ? far : odd).push(alt);
      return undefined;
    }
    const ending = 'type' in source ? TYPES[source.type] : /\.(\w+)$/.exec(source.path)?.[1]?.toLowerCase();
    const name = `picture-${files.length + 1}.${ending}`;
    if (ending === undefined || !isPicture(name)) {
      odd.push(alt);
      return undefined;
    }
    files.push('path' in source ? { name, path: source.path } : { name, bytes: source.bytes });
    return name;
  };
  return {
    files,
    block(image) {
      if (known.has(image)) return known.get(image);
      const address = addressOf(image);
      if (address === undefined || isPixel(image)) return undefined;
      const alt = (image.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim();
      const name = names.get(address) ?? fileOf(address, alt);
      if (name !== undefined) names.set(address, name);
      const block: Block | undefined = name === undefined ? undefined : { kind: 'picture', file: name, alt };
      known.set(image, block);
      return block;
    },
    notes: () => [
      ...(far.length > 0
        ? [
            `Left out ${counted(far.length, 'picture')} that ${far.length === 1 ? 'lies' : 'lie'} on the web; nothing is fetched${describedAs(far)}.`,
          ]
        : []),
      ...(odd.length > 0
        ? [
            `Left out ${counted(odd.length, 'picture')} that ${odd.length === 1 ? 'was' : 'were'} not saved with the document, or of a kind that browsers do not show${describedAs(odd)}.`,
          ]
        : []),
    ],
  };
}

/** The words that stand for pictures, for a note. */
function describedAs(alts: readonly string[]): string {
  const words = alts.filter((alt) => alt !== '');
  return words.length === 0 ? '' : `: ${quoteText(words.join(' … '))}`;
}

/** Pages that load their pictures late keep the address elsewhere. */
function addressOf(image: Element): string | undefined {
  const own = image.getAttribute('src')?.trim() ?? '';
  const late = image.getAttribute('data-src') ?? image.getAttribute('data-lazy-src') ?? '';
  const address = late !== '' && (own === '' || own.startsWith('data:')) ? late : own;
  return address === '' ? undefined : address;
}

/** Pictures of a point or two count visitors, and show nothing. */
function isPixel(image: Element): boolean {
  const small = (name: string) => /^[0-2](?:px)?$/.test(image.getAttribute(name) ?? '');
  return small('width') || small('height');
}

/** The picture that an address holds in itself (`data:image/png;base64,…`), or its path below the page's folder. */
export function localPicture(address: string): ReturnType<PictureSource> {
  const data = /^data:(image\/[\w.+-]+);base64,/i.exec(address);
  if (data)
    return {
      bytes: Uint8Array.from(Buffer.from(address.slice(data[0].length), 'base64')),
      type: data[1]?.toLowerCase() ?? '',
    };
  if (/^[a-z][a-z0-9+.-]*:|^\/|\\/i.test(address)) return undefined;
  const path = decodeWhole(address.replace(/[?#].*$/, ''))?.replace(/^(?:\.\/)+/, '') ?? '';
  return path === '' || path.split('/').includes('..') ? undefined : { path };
}
