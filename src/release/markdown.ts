import type { HastFilteredVisitor, HastNode } from 'satteri';
import { decodeWhole } from '../text/decode-escapes.ts';

/** How a release's text is read, wherever it is: a body that begins with `---` is text, and quotation marks stay as they are. */
export const FEATURES = { frontmatter: false, smartPunctuation: false } as const;

/** An element of a text, as a visitor gets it. */
type ElementNode = Parameters<HastFilteredVisitor<Extract<HastNode, { type: 'element' }>>['visit']>[0];

/** True for the links between a text and its footnotes, which the renderer makes. */
export function isFootnote(node: ElementNode): boolean {
  return node.properties['dataFootnoteRef'] !== undefined || node.properties['dataFootnoteBackref'] !== undefined;
}

/** Markdown writes targets percent-encoded; file names are compared as their letters. */
export function decodeTarget(target: unknown): string {
  const text = typeof target === 'string' ? target : '';
  return /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : (decodeWhole(text) ?? text);
}
