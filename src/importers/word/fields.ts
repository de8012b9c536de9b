import { all, value } from './numbers.ts';

/**
 * Takes out what a field holds and does not show: `SET` and `ASK` keep a text for other fields. Gives the instructions of those
 * that show something which only Word works out. What a field compares goes, too.
 */
export function removeSilentFields(document: Document): string[] {
  const unknown: string[] = [];
  for (const field of all(document, 'w:fldSimple')) {
    const instruction = value(field, 'w:instr');
    if (isKept(instruction)) field.remove();
    else if (all(field, 'w:r').length === 0 && !isSilent(instruction)) unknown.push(instruction.trim());
  }
  const open: { runs: Element[]; instruction: string; compared: Element[]; hasResult: boolean }[] = [];
  for (const run of all(document, 'w:r')) {
    const kinds = all(run, 'w:fldChar').map((mark) => value(mark, 'w:fldCharType'));
    if (kinds.includes('begin')) open.push({ runs: [], instruction: '', compared: [], hasResult: false });
    const field = open.at(-1);
    if (!field) continue;
    for (const one of open) one.runs.push(run);
    // What stands in an instruction, as the value that another field compares, is not shown.
    if (kinds.length === 0)
      for (const { compared } of open.filter(({ hasResult }) => !hasResult)) compared.push(...all(run, 'w:t'));
    field.instruction += all(run, 'w:instrText')
      .map((text) => text.textContent)
      .join('');
    field.hasResult ||= kinds.includes('separate');
    // A field that a broken file never ends takes nothing with it.
    if (kinds.includes('separate') || kinds.includes('end')) for (const text of field.compared.splice(0)) text.remove();
    if (!kinds.includes('end')) continue;
    open.pop();
    if (isKept(field.instruction)) for (const one of field.runs) one.remove();
    else if (!field.hasResult && !isSilent(field.instruction)) unknown.push(field.instruction.trim());
  }
  return unknown;
}

function isKept(instruction: string): boolean {
  return /^\s*(?:SET|ASK)\b/i.test(instruction);
}

/** True for a field that shows nothing by itself: entries of an index, steps of a mail merge, the boxes of a form. */
function isSilent(instruction: string): boolean {
  return /^\s*(?:$|(?:XE|TC|TA|RD|PRIVATE|NEXT|NEXTIF|SKIPIF|ADVANCE|TOC|INDEX|FORM[A-Z]+)\b)/i.test(instruction);
}
