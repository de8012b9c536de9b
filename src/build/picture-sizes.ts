import path from 'node:path';
import type { PublishedFile } from '../archive/files-beside.ts';
import { readPictureSize, type PictureSize } from '../files/picture-size.ts';

/**
 * Gives each picture in a text's HTML its width and height, so that nothing moves while it loads, and loads the first at
 * once. `files` are those beside the release, below `root`.
 */
export function withPictureSizes(html: string, files: readonly PublishedFile[], root: string): string {
  let isFirst = true;
  // In text `<` is always escaped, so that only pictures match.
  return html.replace(/<img src="([^"]*)"([^>"]*(?:"[^"]*"[^>"]*)*)>/g, (_, src: string, rest: string) => {
    const name = decodeURIComponent(src.split('/').at(-1) ?? '');
    const file = files.find((one) => one.name === name);
    const size = file && sizeOf(path.join(root, file.below), file.bytes);
    const kept = isFirst ? rest.replace(' loading="lazy"', '') : rest;
    isFirst = false;
    return `<img src="${src}"${size ? ` width="${size.width}" height="${size.height}"` : ''}${kept}>`;
  });
}

const sizes = new Map<string, PictureSize | undefined>();

function sizeOf(file: string, bytes: number): PictureSize | undefined {
  const key = `${file} ${bytes}`;
  if (!sizes.has(key)) sizes.set(key, readPictureSize(file));
  return sizes.get(key);
}
