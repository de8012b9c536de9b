import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/**
 * Writes `.br` and `.gz` beside every text file of a finished site, for servers that send such files as they are;
 * none where it would not be smaller. The same file gives the same bytes on every system.
 */
export async function precompress(folder: string): Promise<void> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXT.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
  // Some at a time: the compressors run on threads beside this one.
  for (let at = 0; at < files.length; at += AT_ONCE) {
    await Promise.all(files.slice(at, at + AT_ONCE).map(compressFile));
  }
}

const TEXT = /\.(html?|css|js|mjs|json|xml|svg|txt|md|csv|opml)$/;
const AT_ONCE = 16;

async function compressFile(file: string): Promise<void> {
  const content = await readFile(file);
  const smaller = (await Promise.all([brotli(content), plainGzip(content)])).filter(
    ({ bytes }) => bytes.length < content.length,
  );
  await Promise.all(smaller.map(({ ending, bytes }) => writeFile(file + ending, bytes)));
}

interface Compressed {
  readonly ending: '.br' | '.gz';
  readonly bytes: Buffer;
}

async function brotli(content: Buffer): Promise<Compressed> {
  const bytes = await promisify(brotliCompress)(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  });
  return { ending: '.br', bytes };
}

async function plainGzip(content: Buffer): Promise<Compressed> {
  const bytes = await promisify(gzip)(content, { level: 9 });
  // The tenth byte names the system on which the file was made; 255 says nothing (RFC 1952).
  bytes[9] = 255;
  return { ending: '.gz', bytes };
}
