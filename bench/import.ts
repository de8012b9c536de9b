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
import { writeMarkdown } from '../src/importers/model/blocks.ts';
import type { Extract } from '../src/importers/model/extract.ts';
import { guess } from '../src/importers/guess/guess.ts';
import { importPdf } from '../src/importers/pdf/import-pdf.ts';
import { measure, type Measure } from '../src/importers/model/measure.ts';
import { shownText } from '../src/importers/model/shown-text.ts';

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
    const { share, added, lost } = judge(truth, extract);
    rows.push([
      file.slice(0, 34),
      String(extract.pages ?? ''),
      seconds,
      truth === undefined ? 'no pdftotext' : `${(share * 100).toFixed(2)} %`,
      truth === undefined ? '' : String(added.length),
      (found.title?.value ?? '').slice(0, 60),
      found.date?.value.day ?? '',
      found.types?.value.join(' ') ?? '',
      found.code?.value ?? '',
    ]);
    if (flags.includes('--words')) console.log(`${file}\n  lost: ${list(lost)}\n  invented: ${list(added)}`);
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

function list(found: Measure['lost']): string {
  return found.map(({ page, words }) => (page === undefined ? words : `p. ${page} ${words}`)).join(' | ');
}

/** The text as poppler reads it, or `undefined` where it is not installed. */
function independentText(path: string): string | undefined {
  try {
    return execFileSync('pdftotext', ['-enc', 'UTF-8', path, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  } catch {
    return undefined;
  }
}

/** What the release's page would show of poppler's text; what the importer left out and named, as running heads, counts as shown. */
function judge(truth: string | undefined, extract: Extract): Measure {
  const named = (extract.source ?? []).flatMap(({ texts }) => texts.filter(({ leftOut }) => leftOut));
  const left = named.map(({ text }) => text).join('\n');
  const pages = (truth ?? '').replace(/For personal use only/gi, '').split('\f');
  const source = pages.map((text, index) => ({
    page: index + 1,
    texts: text.split('\n').map((line) => ({ text: line.replace(/\u00ad/g, '-') })),
  }));
  return measure(source, `${shownText(writeMarkdown(extract.blocks))}\n${left}`);
}
