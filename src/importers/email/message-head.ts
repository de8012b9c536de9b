import { plainText, type Block, type Text } from '../model/blocks.ts';
import { readDayIn } from '../guess/dates-in-text.ts';

/** Where another message begins in the text of one. */
interface MessageStart {
  /** Index of the block. */
  readonly at: number;
  /** `forward` and `reply` where the mail program says which; `head` for lines from From to Subject, which both have. */
  readonly kind: 'forward' | 'reply' | 'head';
}

/** The lines that a mail program sets above a message, and what follows them. */
interface MessageHead {
  readonly lines: readonly string[];
  readonly blocks: readonly Block[];
  readonly subject?: string;
  /** The day on which it was sent, as its head has it. */
  readonly day?: string;
}

const FORWARD = /^(?:-{2,}\s*(?:forwarded message|forwarded by\b.*?)\s*-{2,}|begin forwarded message:?)$/i;
const ORIGINAL = /^-{2,}\s*original message\s*-{2,}$/i;
const FIELD = /^>?\s*\*?(?:from|sent|date|to|cc|bcc|subject|reply-to|importance|attachments)\*?\s*:/i;
/** With an address or a time, for a release may quote what somebody wrote. */
const WROTE = /^On\b.{0,200}(?:@|\d[:.]\d\d).{0,200}\bwrote\s*:$/i;

/** The line from which a mail program forwards a message: plain texts quote what is below. */
export function isForwardMark(line: string): boolean {
  return FORWARD.test(line);
}

/** The same blocks, a paragraph parted where another message or a signature begins at one of its lines. */
export function partAtMessages(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind !== 'paragraph') return [block];
    const lines = linesOf(block);
    const starts = lines.flatMap((line, at) => {
      const begins = isSignatureMark(line) || kindOf(lines.slice(at, at + LINES_OF_HEAD)) !== undefined;
      return at > 0 && begins && !isMark(lines[at - 1] ?? '') ? [at] : [];
    });
    return [0, ...starts].map((from, at) => ({ kind: 'paragraph', lines: block.lines.slice(from, starts[at]) }));
  });
}

/** The first message that begins in these blocks; `undefined` where there is none. */
export function messageIn(blocks: readonly Block[]): MessageStart | undefined {
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'paragraph' && block.kind !== 'heading') continue;
    const kind = kindOf([block, ...blocks.slice(at + 1, at + 6)].flatMap(linesOf));
    if (kind !== undefined) return { at, kind };
  }
  return undefined;
}

/** Parts the head at the beginning of these blocks from the text of its message. */
export function readHead(blocks: readonly Block[]): MessageHead {
  const head: string[] = [];
  let at = 0;
  let rest: Block[] = [];
  for (; at < blocks.length; at++) {
    const block = blocks[at];
    const lines = linesOf(block);
    const isText = block?.kind === 'paragraph' || block?.kind === 'heading';
    const own = isText ? lines.findIndex((line, index) => !isOfHead(line, lines[index + 1], index)) : 0;
    if (own === 0) break;
    head.push(...lines.slice(0, own === -1 ? undefined : own));
    if (own === -1) continue;
    // A line right below the head belongs to the text.
    if (block?.kind === 'paragraph') rest = [{ kind: 'paragraph', lines: block.lines.slice(own) }];
    at += 1;
    break;
  }
  const subject = head.map((line) => /subject\*?\s*:\s*(.+)$/i.exec(line)?.[1]).find((found) => found !== undefined);
  const sent = head.find((line) => /^>?\s*\*?(?:sent|date)\*?\s*:/i.test(line));
  const day = readDayIn(sent ?? '')?.day;
  return {
    lines: head,
    blocks: [...rest, ...blocks.slice(at)],
    ...(subject === undefined ? {} : { subject }),
    ...(day === undefined ? {} : { day }),
  };
}

/** The line that parts a signature from the text (RFC 3676, 4.3). */
export function isSignatureMark(line: string): boolean {
  return line === '--';
}

/** Within so many lines a head has named three fields and the subject. */
const LINES_OF_HEAD = 8;

/** What begins with the first of these lines. */
function kindOf(lines: readonly string[]): MessageStart['kind'] | undefined {
  const [first = '', second = ''] = lines;
  if (FORWARD.test(first)) return 'forward';
  if (ORIGINAL.test(first)) return 'head';
  if (WROTE.test(first) || WROTE.test(`${first} ${second}`)) return 'reply';
  if (!/^>?\s*\*?from\*?\s*:/i.test(first)) return undefined;
  const near = lines.slice(0, LINES_OF_HEAD);
  const isHead =
    near.filter((line) => FIELD.test(line)).length >= 3 && near.some((line) => /^>?\s*\*?subject\*?\s*:/i.test(line));
  return isHead ? 'head' : undefined;
}

/** True for a line of a head; names to which a message goes may take several. */
function isOfHead(line: string, next = '', index: number): boolean {
  const goesOn = index > 0 && FIELD.test(next);
  return isMark(line) || goesOn || WROTE.test(`${line} ${next}`) || /^wrote\s*:$/i.test(line);
}

function isMark(line: string): boolean {
  return FORWARD.test(line) || ORIGINAL.test(line) || WROTE.test(line) || FIELD.test(line);
}

function textOf(line: Text): string {
  return plainText(line).trim();
}

function linesOf(block: Block | undefined): string[] {
  if (block?.kind === 'paragraph') return block.lines.map(textOf);
  if (block?.kind === 'heading') return [textOf(block.text)];
  if (block?.kind === 'list') return block.items.map((item) => textOf(item.text));
  return [];
}
