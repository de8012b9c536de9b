import type { Writable } from '../../release/format.ts';
import type { Block, Text } from './blocks.ts';
import { plainText } from './blocks.ts';
import type { SeenPage } from './seen.ts';

/** What an importer took out of one file, before anything is guessed from it. */
export interface Extract {
  readonly blocks: readonly Block[];
  /** The text line by line, as guesses read it: headings, running heads and tables included. */
  readonly lines: readonly Line[];
  /** `scan` when a machine has recognised the text from pictures of pages. */
  readonly textFrom?: 'scan';
  /** How many pages are pictures that nobody has read. */
  readonly unreadScans?: number;
  /** What the file says of itself outside its text. */
  readonly about: About;
  /** Number of pages, where the format has pages. */
  readonly pages?: number;
  /** What a person sees in the source, which the release's page is measured by; absent where it is not known. */
  readonly source?: readonly SeenPage[];
  /** What a person should know: what was left out, and limits that were reached. */
  readonly notes: readonly string[];
  /** What somebody must confirm before the release is published, beside what is guessed from the text. */
  readonly doubts?: readonly { readonly field: string; readonly value: string; readonly evidence: string }[];
  /** The text as Markdown, where the document is Markdown; else it is written from the blocks. */
  readonly markdown?: string;
  /** Fields of the release that the document states by name. */
  readonly fields?: Partial<Writable>;
  /** Files that go beside the release: its pictures, and what was attached to an e-mail. */
  readonly files?: readonly FileBeside[];
  /** The document inside of the file that the release was made of, such as the PDF in an e-mail; it lies beside the release in the file's place. */
  readonly document?: { readonly name: string; readonly bytes: Uint8Array };
}

/** A file that goes beside a release, as a part of it that was in the document, or by its path from the document's folder. */
export type FileBeside = {
  /** Its name among the files of the release, as the text shows it: `picture-1.png`. */
  readonly name: string;
  /** What readers see of an attachment; absent for a picture that the text shows. */
  readonly title?: string;
} & ({ readonly bytes: Uint8Array } | { readonly path: string });

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
  /** An e-mail's subject, which a person sees though it is not part of its text. */
  readonly subject?: string;
  /** Sydney day on which the e-mail was sent that brought the file. */
  readonly sent?: string;
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
      case 'note':
        return [line(block.text)];
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
      case 'picture':
        return [];
    }
  });
}
