import type { Block, Text } from './blocks.ts';
import { plainText } from './blocks.ts';

/** What an importer took out of one file, before anything is guessed from it. */
export interface Extract {
  readonly blocks: readonly Block[];
  /** The text line by line, as guesses read it: headings, running heads and tables included. */
  readonly lines: readonly Line[];
  /** What the file says of itself outside its text. */
  readonly about: About;
  /** Number of pages, where the format has pages. */
  readonly pages?: number;
  /** Share of the words that arrived, 0 to 1; absent where the text was not laid out again. */
  readonly share?: number;
  /** What a person should know: what was left out, and limits that were reached. */
  readonly notes: readonly string[];
}

export interface Line {
  readonly text: string;
  /** Height of the letters in points, where it is known. */
  readonly size?: number;
  /** Distance of its baseline from the page's top in points, where it is known. */
  readonly y?: number;
  /** From 1. */
  readonly page: number;
  /** True for a heading, and for a line in bold type. */
  readonly strong: boolean;
  /** True for a running head or foot, which is not part of the text. */
  readonly running?: boolean;
  /** On how many pages a running head or foot stood. */
  readonly times?: number;
  /** In a table: the column, from 0. */
  readonly column?: number;
}

export interface About {
  /** The title in the file's own data: a PDF's metadata, a web page's heading, an e-mail's subject. */
  readonly title?: string;
  /** Moment at which the file was made, in milliseconds since 1970 UTC. */
  readonly created?: number;
  /** Sydney day of publication, `YYYY-MM-DD`, where the file states one: a web page's or an e-mail's. */
  readonly published?: string;
  /** The page's own address. */
  readonly url?: string;
}

/** The lines of blocks for guessing, where the format knows no sizes and no pages. */
export function linesOf(blocks: readonly Block[]): Line[] {
  const line = (text: Text, strong = false): Line => ({ text: plainText(text).trim(), page: 1, strong });
  return blocks.flatMap((block): Line[] => {
    switch (block.kind) {
      case 'heading':
        return [line(block.text, true)];
      case 'paragraph':
        return block.lines.map((text) => line(text));
      case 'quote':
        return block.paragraphs.map((text) => line(text));
      case 'list':
        return block.items.map((item) => line(item.text));
      case 'table':
        return block.rows.flatMap((row) =>
          row.flatMap((cell, column) => cell.map((text) => ({ ...line(text), column }))),
        );
      case 'preformatted':
        return block.lines.map((text) => line([{ text }]));
    }
  });
}
