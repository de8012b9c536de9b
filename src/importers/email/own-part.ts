import { quoteText } from '../../text/quote.ts';
import type { Block } from '../model/blocks.ts';
import { linesOf } from '../model/extract.ts';
import { wordsOf } from '../model/words.ts';
import { isSignatureMark, messageIn, partAtMessages, readHead } from './message-head.ts';

/** The part of a message's text that is the release. */
interface OwnPart {
  readonly blocks: readonly Block[];
  /** That of the forwarded message which is the release: its subject, and the day on which it was sent. */
  readonly forwarded?: { readonly subject?: string; readonly day?: string };
  /** True where it is not clear which part is the release, so that all of it was kept. */
  readonly isDoubtful: boolean;
  /** What was left out, whole. */
  readonly notes: readonly string[];
}

/**
 * Parts the release from the covering notes above it, the heads of the messages in which it was forwarded, the message that
 * it replies to, and a signature. Where it is not clear what is what, all stays.
 */
export function ownPart(blocks: readonly Block[], subject: string, depth = 0): OwnPart {
  const all = depth === 0 ? partAtMessages(blocks) : blocks;
  const start = messageIn(all);
  if (!start) return withoutSignature(all);
  const above = all.slice(0, start.at);
  const head = readHead(all.slice(start.at));
  const side = start.kind === 'forward' ? 'below' : sideOf(above, head.blocks, subject, start.kind);
  switch (depth < MAX_FORWARDED ? side : undefined) {
    case 'below': {
      const inner = ownPart(head.blocks, head.subject ?? '', depth + 1);
      return {
        ...inner,
        forwarded: inner.forwarded ?? {
          ...(head.subject === undefined ? {} : { subject: head.subject }),
          ...(head.day === undefined ? {} : { day: head.day }),
        },
        notes: [
          ...leftOut('the covering note above the forwarded message', wordsIn(above)),
          ...leftOut('the head of the forwarded message', head.lines.join(' ')),
          ...inner.notes,
        ],
      };
    }
    case 'above': {
      const own = withoutSignature(above);
      return { ...own, notes: [...own.notes, ...leftOut('the quoted message', wordsIn(all.slice(start.at)))] };
    }
    default:
      return {
        blocks,
        isDoubtful: true,
        notes: [
          `At ${quoteText(head.lines.join(' '))} another message begins. It is not clear which part of the e-mail is the release, so all of it was kept: take out what looks like a covering note or a quoted message.`,
        ],
      };
  }
}

/** Of a message that was forwarded more often all is kept. */
const MAX_FORWARDED = 20;

/** On which side of another message's head the release stands; `undefined` where either side may be it. */
function sideOf(
  above: readonly Block[],
  below: readonly Block[],
  subject: string,
  kind: 'reply' | 'head',
): 'above' | 'below' | undefined {
  if (kind === 'head' && /^\s*(?:fw|fwd|wg)\s*:/i.test(subject)) return 'below';
  const [isAbove, isBelow] = [isRelease(above), isRelease(below)];
  if (isAbove !== isBelow) return isAbove ? 'above' : kind === 'head' ? 'below' : undefined;
  if (isAbove || kind === 'head') return isAbove || /^\s*(?:re|aw)\s*:/i.test(subject) ? undefined : 'below';
  const count = (part: readonly Block[]) => wordsOf(wordsIn(part)).length;
  return count(above) >= count(below) ? 'above' : undefined;
}

/** True where a text has the marks of an announcement: its label, the code in brackets, who authorised it. */
export function isRelease(blocks: readonly Block[]): boolean {
  return linesOf(blocks).some(({ text }) =>
    /^(?:asx|market|media)\b.{0,20}\b(?:announcement|release)$|\((?:asx|nzx)\b[^()]{0,20}\)|\bauthorised (?:for|by)\b/i.test(
      text,
    ),
  );
}

/** No signature is longer; what is, may be a part of the release below a rule. */
const LONGEST_SIGNATURE = 80;

/** Leaves out what stands below a line of two hyphens, where it may be a signature. */
function withoutSignature(blocks: readonly Block[]): OwnPart {
  const isRule = (block: Block) => block.kind === 'paragraph' && isSignatureMark(linesOf([block])[0]?.text ?? '');
  const at = blocks.findIndex(isRule);
  if (at === -1) return { blocks, isDoubtful: false, notes: [] };
  const above = blocks.slice(0, at);
  const below = blocks.slice(at).flatMap((block): Block[] => {
    if (!isRule(block) || block.kind !== 'paragraph') return [block];
    return block.lines.length > 1 ? [{ kind: 'paragraph', lines: block.lines.slice(1) }] : [];
  });
  const text = wordsIn(below);
  if (wordsOf(text).length <= LONGEST_SIGNATURE)
    return { blocks: above, isDoubtful: false, notes: leftOut('the signature', text) };
  const note = `What stands below a line of two hyphens was kept, since it is long for a signature: ${quoteText(text)}`;
  return { blocks: [...above, ...below], isDoubtful: false, notes: [note] };
}

function leftOut(what: string, text: string): string[] {
  return text === '' ? [] : [`Left out ${what}: ${quoteText(text)}`];
}

function wordsIn(blocks: readonly Block[]): string {
  return linesOf(blocks)
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
