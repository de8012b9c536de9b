import { plainText, type Block, type Text } from '../model/blocks.ts';
import { quoteText } from '../../text/quote.ts';
import { readDayIn } from '../guess/dates-in-text.ts';

/** A message that another one forwards in its text. */
interface Forwarded {
  readonly blocks: readonly Block[];
  readonly subject?: string;
  /** The day on which it was sent, as its head has it. */
  readonly day?: string;
  readonly notes: readonly string[];
}

const MARK =
  /^(?:-{2,}\s*(?:original message|forwarded message|forwarded by\b.*?)\s*-{2,}|begin forwarded message:?)$/i;
const FIELD = /^>?\s*\*?(?:from|sent|date|to|cc|bcc|subject|reply-to|importance|attachments)\*?\s*:/i;

/**
 * Parts a forwarded message from the covering note above it and from the lines of its head; `undefined` where the text
 * forwards none.
 */
export function forwardedIn(blocks: readonly Block[]): Forwarded | undefined {
  const at = blocks.findIndex(
    (block, index) => linesOf(block).some((line) => MARK.test(line)) || beginsHead(blocks, index),
  );
  if (at === -1) return undefined;
  const head: string[] = [];
  const rest: Block[] = [];
  let inHead = true;
  for (const block of blocks.slice(at)) {
    if (!inHead) {
      rest.push(block);
      continue;
    }
    const lines = block.kind === 'paragraph' ? block.lines : block.kind === 'heading' ? [block.text] : [];
    const own = lines.findIndex((line) => !isHead(line));
    for (const line of own === -1 ? lines : lines.slice(0, own)) head.push(plainText(line).trim());
    if (lines.length > 0 && own === -1) continue;
    inHead = false;
    // A line right below the mark belongs to what was above it.
    rest.push(block.kind === 'paragraph' ? { kind: 'paragraph', lines: block.lines.slice(own) } : block);
  }
  const note = blocks.slice(0, at).flatMap(linesOf).join(' ').trim();
  const subject = head.map((line) => /subject\*?\s*:\s*(.+)$/i.exec(line)?.[1]).find((found) => found !== undefined);
  const sent = head.find((line) => /^>?\s*\*?(?:sent|date)\*?\s*:/i.test(line));
  const day = readDayIn(sent ?? '')?.day;
  return {
    blocks: rest,
    ...(subject ? { subject } : {}),
    ...(day === undefined ? {} : { day }),
    notes: [
      ...(note === '' ? [] : [`Left out the covering note above the forwarded message: ${quoteText(note)}`]),
      ...(head.length === 0 ? [] : [`Left out the head of the forwarded message: ${quoteText(head.join(' '))}`]),
    ],
  };
}

/** True where Outlook puts the head of the message that it forwards: lines from From to Subject. */
function beginsHead(blocks: readonly Block[], index: number): boolean {
  if (!/^\*?from\*?\s*:/i.test(linesOf(blocks[index])[0] ?? '')) return false;
  const near = blocks
    .slice(index, index + 6)
    .flatMap(linesOf)
    .slice(0, 8);
  return near.filter((line) => FIELD.test(line)).length >= 3 && near.some((line) => /^\*?subject\*?\s*:/i.test(line));
}

function isHead(line: Text): boolean {
  const text = plainText(line).trim();
  return MARK.test(text) || FIELD.test(text);
}

function linesOf(block: Block | undefined): string[] {
  if (block?.kind === 'paragraph') return block.lines.map((line) => plainText(line).trim());
  if (block?.kind === 'heading') return [plainText(block.text).trim()];
  if (block?.kind === 'list') return block.items.map((item) => plainText(item.text).trim());
  return [];
}
