import { plainText, type Text } from '../model/blocks.ts';
import type { PdfBlock } from './page-blocks.ts';

/** A longer answer is a text of its own. */
const LONGEST_ANSWER = 160;
const LONGEST_LABEL = 400;

/**
 * In a form that was filled in on the exchange's site, labels in bold type stand above their answers: two or more of these
 * become a table of label and answer. The blocks of any other document come back as they were.
 */
export function withLabelTables(blocks: readonly PdfBlock[], body: number): PdfBlock[] {
  if (!blocks.some(isOfOnlineForm)) return [...blocks];
  const written: PdfBlock[] = [];
  for (let index = 0; index < blocks.length;) {
    const rows: Text[][][] = [];
    for (let at = index; ; at += 2) {
      const [label, answer] = [labelOf(blocks[at], body), answerOf(blocks[at + 1])];
      if (!label || !answer) break;
      rows.push([[label], [...answer]]);
    }
    if (rows.length > 1) {
      written.push({ kind: 'table', header: false, rows });
      index += 2 * rows.length;
    } else {
      const block = blocks[index];
      if (block) written.push(block);
      index += 1;
    }
  }
  return written;
}

function isOfOnlineForm(block: PdfBlock): boolean {
  const text =
    block.kind === 'heading' ? plainText(block.text) : block.kind === 'paragraph' ? wordsOf(block.lines) : '';
  return /^announcement summary$|^(?:\d\.\d )?asx issuer code$/i.test(text.trim());
}

function labelOf(block: PdfBlock | undefined, body: number): Text | undefined {
  if (!block?.bold || (block.size ?? body) > 1.2 * body) return undefined;
  const text =
    block.kind === 'heading'
      ? block.text
      : block.kind === 'paragraph' && block.lines.length === 1
        ? block.lines[0]
        : undefined;
  if (!text || plainText(text).length > LONGEST_LABEL) return undefined;
  return /^(?:part \d|announcement summary$)/i.test(plainText(text).trim()) ? undefined : text;
}

function answerOf(block: PdfBlock | undefined): readonly Text[] | undefined {
  return block?.kind === 'paragraph' && !block.bold && wordsOf(block.lines).length <= LONGEST_ANSWER
    ? block.lines
    : undefined;
}

function wordsOf(lines: readonly Text[]): string {
  return lines.map(plainText).join(' ');
}
