/**
 * Imports every PDF of a folder and prints a table: pages, seconds, words kept and invented, and what was guessed.
 * Words are judged against an independent extraction, `pdftotext` of poppler, where it is installed; running heads,
 * page numbers and the stamp, which the importer leaves out and names, do not count as lost. `--words` lists them.
 *
 *   node bench/import.ts DIR [--words]
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeMarkdown } from '../src/importers/blocks.ts';
import type { Extract } from '../src/importers/document.ts';
import { guess } from '../src/importers/guess.ts';
import { importPdf } from '../src/importers/pdf.ts';
import { compareWords } from '../src/importers/words.ts';

const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: node bench/import.ts DIR [--words]');
  process.exit(2);
}
const today = new Date().toISOString().slice(0, 10);
const rows: string[][] = [['file', 'pages', 'seconds', 'kept', 'invented', 'headline', 'date', 'type', 'code']];
for (const file of readdirSync(folder)
  .filter((name) => name.toLowerCase().endsWith('.pdf'))
  .toSorted()) {
  const path = join(folder, file);
  const start = performance.now();
  try {
    const extract = await importPdf(new Uint8Array(readFileSync(path)));
    const seconds = ((performance.now() - start) / 1000).toFixed(2);
    const found = guess(extract, { today });
    const truth = independentText(path);
    const { kept, invented, lost } = judge(truth, extract);
    rows.push([
      file.slice(0, 34),
      String(extract.pages ?? ''),
      seconds,
      truth === undefined ? 'no pdftotext' : `${(kept * 100).toFixed(2)} %`,
      truth === undefined ? '' : String(invented.length),
      (found.title?.value ?? '').slice(0, 60),
      found.date?.value.day ?? '',
      found.types?.value.join(' ') ?? '',
      found.code?.value ?? '',
    ]);
    if (flags.includes('--words')) console.log(`${file}\n  lost: ${lost.join(' ')}\n  invented: ${invented.join(' ')}`);
  } catch (error) {
    rows.push([file.slice(0, 34), '', '', `failed: ${String(error)}`]);
  }
}
const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length))) ?? [];
for (const row of rows)
  console.log(
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );

/** The text as poppler reads it, or `undefined` where it is not installed. */
function independentText(path: string): string | undefined {
  try {
    return execFileSync('pdftotext', ['-enc', 'UTF-8', path, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  } catch {
    return undefined;
  }
}

function judge(truth: string | undefined, extract: Extract): ReturnType<typeof compareWords> {
  const markdown = writeMarkdown(extract.blocks)
    .replace(/<\/?(?:sup|sub|br)>/g, ' ')
    .replace(/\\(.)/g, '$1')
    .replace(/^```+text$/gm, '');
  const running = extract.lines.filter((line) => line.running);
  // Poppler joins a word that a line's end cut; so the running heads are added to ours, as often as they stood there.
  const left = running.flatMap((line) => Array.from({ length: line.times ?? 1 }, () => line.text)).join('\n');
  const stamps = [...(truth ?? '').matchAll(/For personal use only/gi)].map((match) => match[0]).join('\n');
  return compareWords((truth ?? '').replace(/\u00ad/g, '-'), `${markdown}\n${left}\n${stamps}`);
}
