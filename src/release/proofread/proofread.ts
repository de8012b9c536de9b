import { markdownToMdast } from 'satteri';
import { FEATURES } from '../markdown.ts';
import type { Finding } from '../problem.ts';
import { MINUS } from './amounts.ts';
import { asterisks, unmatchedAsterisks } from './asterisks.ts';
import { backslashes } from './backslashes.ts';
import { unreadHeading } from './headings.ts';
import { mayNeedProofreading } from './may-need.ts';
import { nodesIn } from './nodes.ts';
import { marksWithoutNote } from './notes.ts';
import { paragraphFinding } from './paragraphs.ts';
import { leftoverLinks } from './pictures.ts';
import { blockFindings } from './signs.ts';
import { htmlTableFindings, tableFindings } from './tables.ts';
import { templateMarks } from './template-marks.ts';
import { underscores } from './underscores.ts';

/** Something in a text that its page shows otherwise than its author sees it in the file. */
export interface TextFinding extends Finding {
  /** Line of the text, counted from 1. */
  readonly line: number;
}

/** A text as its rules look at it. */
export interface Text {
  readonly body: string;
  readonly lines: readonly string[];
  /** True where the only point of a list is most likely the note to an asterisk behind a word. */
  readonly pointIsNote: boolean;
  /** True where no list shows that its author writes points with hyphens: each has one, which begins with an amount. */
  readonly hyphenIsMinus: boolean;
}

/** A node of Markdown with the lines on which it stands. */
export interface Node {
  readonly type: string;
  readonly value?: string;
  readonly alt?: string | null;
  readonly depth?: number;
  readonly ordered?: boolean | null;
  readonly children?: readonly Node[];
  readonly position?: { readonly start: Point; readonly end: Point } | undefined;
}

interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset?: number | undefined;
}

/**
 * What Markdown does to a text that was pasted or typed without thinking of it: lost cells, points and rows run together,
 * signs taken for marks, pictures without words. In the order of lines; empty for most texts, which are not even parsed.
 */
export function proofread(body: string): TextFinding[] {
  if (!mayNeedProofreading(body)) return [];
  // The library's types are a union of forty; here a node is what its rules look at.
  const tree = markdownToMdast(body, { features: FEATURES }) as unknown as Node;
  const nodes = nodesIn(tree);
  const text: Text = {
    body,
    lines: body.split('\n'),
    pointIsNote: pointIsNote(nodes, body),
    hyphenIsMinus: hyphenIsMinus(nodes, body),
  };
  const found = [...nodes.flatMap((node) => findingsOf(node, text)), ...leftoverLinks(text), ...templateMarks(text)];
  return found.toSorted((a, b) => a.line - b.line);
}

/** True where asterisks behind words are shown, and no list of several points shows that its author writes points with them. */
function pointIsNote(nodes: readonly Node[], body: string): boolean {
  const lists = nodes.filter((node) => node.type === 'list' && body.charAt(node.position?.start.offset ?? 0) === '*');
  if (lists.length === 0 || lists.some((list) => (list.children?.length ?? 0) > 1)) return false;
  const marks = nodes.flatMap((node) => (node.type === 'text' ? (node.value?.match(NOTE_MARK) ?? []) : []));
  return lists.length <= marks.length;
}

function hyphenIsMinus(nodes: readonly Node[], body: string): boolean {
  if (!MINUS.test(body)) return false;
  const lists = nodes.filter((node) => node.type === 'list' && body.charAt(node.position?.start.offset ?? 0) === '-');
  return lists.every(({ children = [], position }) => {
    const [line = ''] = body.slice(position?.start.offset ?? 0, position?.end.offset ?? 0).split('\n');
    return children.length === 1 && MINUS.test(line);
  });
}

const NOTE_MARK = /[\p{L}\p{N}%)]\*(?![*\p{L}\p{N}])/gu;

function findingsOf(node: Node, text: Text): readonly TextFinding[] {
  switch (node.type) {
    case 'paragraph':
      return [paragraphFinding(node, text), unreadHeading(node, text), ...unmatchedAsterisks(node, text)].flatMap(
        (one) => one ?? [],
      );
    case 'text':
      return [...marksWithoutNote(node, text), ...backslashes(node, text)];
    case 'table':
      return tableFindings(node, text);
    case 'html':
      return htmlTableFindings(node);
    case 'emphasis':
      return [...asterisks(node, text), ...underscores(node, text)];
    case 'strong':
      return asterisks(node, text);
    case 'code':
    case 'heading':
    case 'list':
    case 'blockquote':
    case 'thematicBreak':
      return blockFindings(node, text);
    default:
      return [];
  }
}
