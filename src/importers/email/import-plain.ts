import { importText } from '../import-text.ts';
import type { Block, Text } from '../model/blocks.ts';
import { linesOf, type Extract } from '../model/extract.ts';
import { isForwardMark } from './message-head.ts';

/** Takes the text out of a plain message: lines that begin with `>` are a quotation, but those of a message that is forwarded. */
export function importPlain(text: string): Extract {
  const blocks = partsOf(unquoted(unescaped(text.replace(/\r\n?/g, '\n')))).flatMap(
    ({ depth, lines }): readonly Block[] => {
      const own = importText(lines.join('\n')).blocks;
      return depth > 0 ? quotation(own) : own;
    },
  );
  return { blocks, lines: linesOf(blocks), about: {}, notes: [] };
}

/** The same text without the sign that mailboxes set before a line that begins with From, which parts messages there. */
function unescaped(text: string): string {
  const lines = text.split('\n');
  const isQuoted = (line = '') => line.startsWith('>');
  return lines
    .map((line, at) =>
      line.startsWith('>From ') && !isQuoted(lines[at - 1]) && !isQuoted(lines[at + 1]) ? line.slice(1) : line,
    )
    .join('\n');
}

/** The same text with the lines of a forwarded message as they were, which some mail programs quote. */
function unquoted(text: string): string {
  const lines = text.split('\n');
  const mark = lines.findIndex((line) => isForwardMark(line.trim()));
  const below = lines.slice(mark + 1);
  if (mark === -1 || !below.find((line) => line.trim() !== '')?.startsWith('>')) return text;
  return [...lines.slice(0, mark + 1), ...below.map((line) => line.replace(/^> ?/, ''))].join('\n');
}

interface Part {
  /** How often it was quoted. */
  readonly depth: number;
  readonly lines: string[];
}

/** Lines that are quoted equally often, without their signs, and those that are not. */
function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  for (const line of text.split('\n')) {
    const sign = /^(?:> ?)+/.exec(line)?.[0] ?? '';
    const last = parts.at(-1);
    const depth = sign.replaceAll(' ', '').length;
    if (last?.depth === depth) last.lines.push(line.slice(sign.length));
    else parts.push({ depth, lines: [line.slice(sign.length)] });
  }
  return parts;
}

/** As one quotation, where it consists of paragraphs. */
function quotation(blocks: readonly Block[]): readonly Block[] {
  const paragraphs = blocks.flatMap((block): Text[] =>
    block.kind === 'paragraph' ? [block.lines.flatMap((line, at) => (at === 0 ? line : [{ text: ' ' }, ...line]))] : [],
  );
  return paragraphs.length === blocks.length && paragraphs.length > 0 ? [{ kind: 'quote', paragraphs }] : blocks;
}

/** Lines that a mail program has broken, whole again (RFC 3676): a space at a line's end says that it goes on. */
export function joinFlowed(text: string, dropsSpace: boolean): string {
  const written: string[] = [];
  let open: { signs: string } | undefined;
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const signs = /^>*/.exec(line)?.[0] ?? '';
    // A space before the text keeps it from being taken for something else.
    const own = line.slice(signs.length).replace(/^ /, '');
    const goesOn = own.endsWith(' ') && own !== '-- ';
    const content = goesOn && dropsSpace ? own.slice(0, -1) : own;
    if (open?.signs === signs && own !== '-- ') written[written.length - 1] += content;
    else written.push(signs === '' ? content : `${signs} ${content}`);
    open = goesOn ? { signs } : undefined;
  }
  return written.join('\n');
}
