import { counted } from '../../text/counted.ts';
import { quote, quoteText } from '../../text/quote.ts';
import { chooseDrawings, joinDropCaps, placeBoxes, writeRuby } from './boxes.ts';
import { acceptChanges } from './changes.ts';
import { removeContents, removeContentsBlocks } from './contents.ts';
import { removeSilentFields } from './fields.ts';
import { writeFormulas } from './formulas.ts';
import { fillRows } from './grid.ts';
import { removeHidden } from './hidden.ts';
import { removeOwnMarks } from './own-marks.ts';
import { hasBackdrop } from './white.ts';
import { writeLabels } from './labels.ts';
import { writeCapitals, writeLooks } from './looks.ts';
import { plainMarks, writeFormFields } from './marks.ts';
import { writeSigns } from './signs.ts';
import { readStyles } from './styles.ts';
import { tableTabRows } from './tab-rows.ts';
import { unwrap } from './text-of.ts';
import { all, one, readNumbering, styleNames } from './numbers.ts';

/** What was found in a Word file that mammoth would drop or not tell. */
interface Prepared {
  readonly notes: readonly string[];
  /** How many changes are tracked. */
  readonly changes: number;
}

/** The parts of a Word file by which its text is read. */
interface Others {
  readonly numbering: Document | undefined;
  readonly styles: Document | undefined;
  /** They may show a picture behind the text. */
  readonly headers: readonly Document[];
}

/**
 * Changes a Word file's own XML, its text first and then its notes, so that what a reader sees comes through: numbers that Word
 * counts by itself, text boxes, moved text, check boxes, fields and formulas; deleted and hidden text goes. All tracked changes
 * count as accepted.
 */
export function prepareParts(parts: readonly Document[], { numbering, styles, headers }: Others): Prepared {
  const looks = readStyles(styles);
  const names = styleNames(styles);
  const numbers = readNumbering(numbering, styles);
  const isBacked = [...parts, ...headers].some(hasBackdrop);
  const marks = removeOwnMarks(parts);
  const found = parts.map((part) => {
    chooseDrawings(part);
    const { changes, deleted } = acceptChanges(part);
    const hidden = removeHidden(part, looks, isBacked);
    placeBoxes(part);
    joinDropCaps(part);
    writeRuby(part);
    const signs = writeSigns(part, looks);
    const fields = removeSilentFields(part);
    const inBlocks = removeContentsBlocks(part);
    for (const name of ['w:sdt', 'w:fldSimple', 'w:smartTag', 'w:customXml', 'w:dir', 'w:bdo'])
      for (const element of all(part, name)) unwrap(element, one(element, 'w:sdtContent'));
    fillRows(part);
    const formulas = writeFormulas(part);
    const contents = `${inBlocks} ${removeContents(part, names)}`.trim();
    writeLooks(part, looks);
    writeCapitals(part);
    plainMarks(part);
    writeFormFields(part);
    tableTabRows(part, names);
    writeLabels(part, numbers, names);
    return { changes, deleted, hidden, signs, fields, formulas, contents };
  });
  const texts = (name: 'deleted' | 'hidden' | 'contents') =>
    found
      .map((part) => part[name])
      .filter(Boolean)
      .join(' … ');
  const count = (name: 'changes' | 'formulas') => found.reduce((sum, part) => sum + part[name], 0);
  const formulas = count('formulas');
  const fields = found.flatMap((part) => part.fields);
  return {
    changes: count('changes'),
    notes: [
      ...named('the text that tracked changes delete', texts('deleted')),
      ...named('hidden text', texts('hidden')),
      ...named('the table of contents', texts('contents')),
      ...(marks.length === 0
        ? []
        : [
            `Notes that have a mark of their own in Word (${[...new Set(marks)].join(', ')}) are numbered with the others; compare where the text names a note.`,
          ]),
      ...found.flatMap(({ signs }) => signs),
      ...[...numbers.unknown].map(
        (kind) => `Numbers of a list that are ${quote(kind)} in Word arrived as digits; compare with the document.`,
      ),
      ...(fields.length === 0
        ? []
        : [
            `Left out ${counted(fields.length, 'field')} of which the file does not hold what Word shows: ${quoteText(fields.join(' … '))}. Compare with the document.`,
          ]),
      ...(formulas === 0
        ? []
        : [`${counted(formulas, 'formula', 'formulas')} arrived as plain text; compare with the document.`]),
    ],
  };
}

function named(what: string, text: string): string[] {
  return text === '' ? [] : [`Left out ${what}: ${quoteText(text)}`];
}
