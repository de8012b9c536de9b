import { mergeRuns, plainText, type Run, type Text } from '../model/blocks.ts';
import { CONTROLS, isElement, isInline, isText, MEDIA, nameOf, styleOf, UNSEEN } from './elements.ts';
import type { Context } from './html-blocks.ts';
import { linkAt, linkGaps } from './link-gaps.ts';
import { isStruck } from './marks.ts';

/** The paragraphs of some inline nodes, each with its lines: two line breaks end one. White space is folded as a browser does. */
export function paragraphsIn(nodes: readonly Node[], context: Context): Text[][] {
  const paragraphs: Text[][] = [[]];
  let empty = 0;
  for (const line of rawLinesIn(nodes, context)) {
    if (plainText(line).trim() === '') {
      empty += 1;
      continue;
    }
    if (empty > 0 && (paragraphs.at(-1)?.length ?? 0) > 0) paragraphs.push([]);
    empty = 0;
    paragraphs.at(-1)?.push(line);
  }
  return paragraphs.filter((lines) => lines.length > 0);
}

/** The lines of some inline nodes, without empty ones. */
export function linesIn(nodes: readonly Node[], context: Context): Text[] {
  return rawLinesIn(nodes, context).filter((line) => plainText(line).trim() !== '');
}

export function joinLines(lines: readonly Text[]): Text {
  return mergeRuns(lines.flatMap((line, index): Run[] => (index === 0 ? [...line] : [{ text: ' ' }, ...line])));
}

type Style = Omit<Run, 'text'>;

function rawLinesIn(nodes: readonly Node[], context: Context): Text[] {
  const lines: Run[][] = [[]];
  let quotations = 0;
  const add = (text: string, style: Style) => lines.at(-1)?.push({ ...style, text });
  const gap = linkGaps();
  const visit = (node: Node, style: Style, link?: Element): void => {
    const name = nameOf(node);
    if (isText(node)) add(gap((node.textContent ?? '').replace(/[ \t\r\n\f]+/g, ' '), link), style);
    if (name === 'BR') lines.push([]);
    if (!isElement(node) || name === 'BR' || UNSEEN.has(name) || MEDIA.has(name) || CONTROLS.has(name)) return;
    if (context.leftOut.has(node) || isWayBack(node, name)) return;
    const own = { ...style, ...styleIn(node, name, context) };
    const note = name === 'A' ? context.notes?.get(node.getAttribute('href') ?? '') : undefined;
    if (note !== undefined) {
      lines.at(-1)?.push({ text: note, script: 'sup', note });
      return;
    }
    // A block in a line of text begins a line of its own.
    const isBlock = !isInline(node);
    const before = lines.length;
    if (isBlock && lines.at(-1)?.length) lines.push([]);
    if (name === 'Q') add(quotations++ % 2 === 0 ? '“' : '‘', style);
    for (const child of node.childNodes) visit(child, own, linkAt(node, link));
    if (name === 'Q') add(--quotations % 2 === 0 ? '”' : '’', style);
    if (isBlock && (lines.length > before || lines.at(-1)?.length)) lines.push([]);
  };
  for (const node of nodes) visit(node, {});
  return lines.map(foldSpaces).map(mergeRuns);
}

/** The arrow that leads from a note back to its mark. */
function isWayBack(element: Element, name: string): boolean {
  return (
    name === 'A' && /^#/.test(element.getAttribute('href') ?? '') && /^[↩↑^]\uFE0E?$/.test(element.textContent.trim())
  );
}

function styleIn(element: Element, name: string, { leadsTo }: Context): Style {
  const href = name === 'A' ? linkOf(element, leadsTo) : undefined;
  const style = styleOf(element);
  const script =
    name === 'SUP' || style.includes('vertical-align:super')
      ? 'sup'
      : name === 'SUB' || style.includes('vertical-align:sub')
        ? 'sub'
        : undefined;
  const struck = isStruck(element);
  return { ...(href ? { href } : {}), ...(script ? { script } : {}), ...(struck ? { struck: true as const } : {}) };
}

/** One space where two runs both have one. */
function foldSpaces(runs: readonly Run[]): Run[] {
  return runs.map((run, index) =>
    /\s$/.test(runs[index - 1]?.text ?? '') ? { ...run, text: run.text.replace(/^ /, '') } : run,
  );
}

function linkOf(anchor: Element, leadsTo: Context['leadsTo']): string | undefined {
  const href = anchor.getAttribute('href')?.trim() ?? '';
  return href === '' || href.startsWith('#') ? undefined : leadsTo(href);
}
