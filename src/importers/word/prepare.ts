import { counted } from '../../text/counted.ts';
import { quoteText } from '../../text/quote.ts';
import { fillRows } from './grid.ts';
import { removeHidden } from './hidden.ts';
import { run, writeLabels } from './labels.ts';
import { plainMarks, writeFormFields } from './marks.ts';
import { writeSigns } from './signs.ts';
import { readStyles } from './styles.ts';
import { tableTabRows } from './tab-rows.ts';
import { all, one, readNumbering, styleNames, value } from './numbers.ts';

/** What was found in a Word file that mammoth would drop or not tell. */
interface Prepared {
  readonly notes: readonly string[];
  /** How many changes are tracked. */
  readonly changes: number;
}

/**
 * Changes a Word file's own XML so that what a reader sees comes through: numbers that Word counts by itself, moved text,
 * check boxes, fields and formulas; deleted and hidden text goes. All tracked changes count as accepted.
 */
export function prepareDocument(
  document: Document,
  numbering: Document | undefined,
  styles: Document | undefined,
): Prepared {
  const { changes, deleted } = acceptChanges(document);
  const looks = readStyles(styles);
  const hidden = removeHidden(document, looks);
  const signs = writeSigns(document, looks);
  removeSilentFields(document);
  const inBlocks = removeContentsBlocks(document);
  for (const name of ['w:sdt', 'w:fldSimple', 'w:smartTag', 'w:customXml'])
    for (const element of all(document, name))
      unwrap(element, name === 'w:sdt' ? one(element, 'w:sdtContent') : element);
  fillRows(document);
  const formulas = writeFormulas(document);
  const names = styleNames(styles);
  const contents = `${inBlocks} ${removeContents(document, names)}`.trim();
  writeCapitals(document);
  plainMarks(document);
  writeFormFields(document);
  tableTabRows(document, names);
  writeLabels(document, readNumbering(numbering, styles), names);
  const charts = all(document, 'c:chart').length;
  const drawings = all(document, 'dgm:relIds').length;
  return {
    changes,
    notes: [
      ...(deleted === '' ? [] : [`Left out the text that tracked changes delete: ${quoteText(deleted)}`]),
      ...(hidden === '' ? [] : [`Left out hidden text: ${quoteText(hidden)}`]),
      ...(contents === '' ? [] : [`Left out the table of contents: ${quoteText(contents)}`]),
      ...signs,
      ...(formulas === 0
        ? []
        : [`${counted(formulas, 'formula', 'formulas')} arrived as plain text; compare with the document.`]),
      ...(charts === 0
        ? []
        : [
            `Left out ${counted(charts, 'chart')}; save the document as PDF to have ${charts === 1 ? 'it' : 'them'} beside the release.`,
          ]),
      ...(drawings === 0 ? [] : [`Left out ${counted(drawings, 'diagram')} (SmartArt).`]),
    ],
  };
}

/** Takes deleted and formerly placed text out, keeps what was inserted or moved there, and counts both; what is deleted is told. */
function acceptChanges(document: Document): { changes: number; deleted: string } {
  const isMark = (element: Element) =>
    element.parentElement?.nodeName === 'w:rPr' || element.parentElement?.nodeName === 'w:trPr';
  let changes = 0;
  const deleted: string[] = [];
  for (const name of ['w:ins', 'w:moveTo', 'w:del', 'w:moveFrom']) {
    for (const element of all(document, name)) {
      changes += 1;
      if (isMark(element)) continue;
      if (name === 'w:ins' || name === 'w:moveTo') unwrap(element, element);
      else {
        if (name === 'w:del')
          deleted.push(
            all(element, 'w:delText')
              .map((text) => text.textContent)
              .join(''),
          );
        element.remove();
      }
    }
  }
  return {
    changes,
    deleted: deleted
      .map((text) => text.trim())
      .filter(Boolean)
      .join(' … '),
  };
}

/** Takes out what a field holds and does not show: `SET` and `ASK` keep a text for other fields. */
function removeSilentFields(document: Document): void {
  const isSilent = (instruction: string) => /^\s*(?:SET|ASK)\b/i.test(instruction);
  for (const field of all(document, 'w:fldSimple')) if (isSilent(value(field, 'w:instr'))) field.remove();
  const open: { runs: Element[]; instruction: string }[] = [];
  for (const run of all(document, 'w:r')) {
    const kinds = all(run, 'w:fldChar').map((mark) => value(mark, 'w:fldCharType'));
    if (kinds.includes('begin')) open.push({ runs: [], instruction: '' });
    const field = open.at(-1);
    if (!field) continue;
    for (const one of open) one.runs.push(run);
    field.instruction += all(run, 'w:instrText')
      .map((text) => text.textContent)
      .join('');
    if (!kinds.includes('end')) continue;
    open.pop();
    if (isSilent(field.instruction)) for (const one of field.runs) one.remove();
  }
}

/** Takes the table of contents out, whose pages a web page does not have, and gives its words. */
function removeContents(document: Document, names: ReadonlyMap<string, string>): string {
  const isEntry = (paragraph: Element) =>
    /^(?:toc|contents) (?:\d|heading)/i.test(names.get(value(one(paragraph, 'w:pStyle'), 'w:val')) ?? '');
  const found = all(document, 'w:p').filter(isEntry);
  const texts = found.map(textOf);
  for (const paragraph of found) paragraph.remove();
  return texts.join(' ').trim();
}

/** The same of those that Word keeps in a block of their own. */
function removeContentsBlocks(document: Document): string {
  const blocks = all(document, 'w:sdt').filter((block) =>
    all(block, 'w:docPartGallery').some((gallery) => value(gallery, 'w:val') === 'Table of Contents'),
  );
  const texts = blocks.flatMap((block) => all(block, 'w:p').map(textOf));
  for (const block of blocks) block.remove();
  return texts.join(' ');
}

/** What is set in capitals is written in them, as it is seen. */
function writeCapitals(document: Document): void {
  for (const mark of all(document, 'w:caps')) {
    const own = mark.closest('w\\:r');
    if (!own || mark.parentElement?.nodeName !== 'w:rPr' || /^(?:0|false)$/.test(value(mark, 'w:val'))) continue;
    for (const text of all(own, 'w:t')) text.textContent = text.textContent.toUpperCase();
  }
}

function textOf(element: Element): string {
  return [...element.querySelectorAll('w\\:t, w\\:tab')]
    .map(({ nodeName, textContent }) => (nodeName === 'w:tab' ? ' ' : textContent))
    .join('');
}

function unwrap(element: Element, content: Element | undefined): void {
  element.replaceWith(...(content ? [...content.childNodes] : []));
}

/** Each formula becomes a run of text: `(a)/(b)`, `x^2`. */
function writeFormulas(document: Document): number {
  const formulas = all(document, 'm:oMath');
  for (const formula of formulas) formula.replaceWith(run(document, formulaText(formula)));
  for (const wrapper of all(document, 'm:oMathPara')) unwrap(wrapper, wrapper);
  return formulas.length;
}

function formulaText(node: Element): string {
  const child = (name: string) =>
    [...node.children]
      .filter(({ nodeName }) => nodeName === name)
      .map(formulaText)
      .join('');
  switch (node.nodeName) {
    case 'm:t':
      return node.textContent;
    case 'm:f':
      return `(${child('m:num')})/(${child('m:den')})`;
    case 'm:sSup':
      return `${child('m:e')}^${child('m:sup')}`;
    case 'm:sSub':
      return `${child('m:e')}_${child('m:sub')}`;
    case 'm:rad':
      return `√(${child('m:e')})`;
    case 'm:d':
      return `(${child('m:e')})`;
    default:
      return [...node.children].map(formulaText).join('');
  }
}
