import { quote } from '../text/quote.ts';
import type { PlacedFinding } from './yaml-fault.ts';

/**
 * The lines that git leaves in a file where two changes of it meet: `<<<<<<<`, `|||||||`, `=======` and `>>>>>>>`, each seven
 * signs or, where conflicts are nested, more. What only looks like one stays: `=======` and `|||||||` are Markdown where no
 * `<<<<<<<` or `>>>>>>>` belongs to them and no name of git follows. Marks within code count: git puts them wherever a text was changed.
 */
export function conflictFindings(text: string): PlacedFinding[] {
  // Most texts hold neither, and this look is the quickest.
  if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>') && !text.includes('||||||| ')) return [];
  if (!/^(?:<{7}|>{7}|\|{7} )/m.test(text)) return [];
  const marks = marksIn(text);
  const found = new Set<Mark>();
  marks.forEach((mark, at) => {
    const isEnd = mark.sign === '>' && mark.length === 7 && !found.has(mark);
    const conflict = mark.sign === '<' ? openedBy(mark, marks, at) : isEnd ? endedBy(mark, marks, at) : [];
    for (const one of conflict) found.add(one);
    if (NAMED_BASE.test(mark.written)) found.add(mark);
  });
  return marks.filter((mark) => found.has(mark)).map(finding);
}

/** The common version, as git names it: a row of a table may begin with seven bars too. */
const NAMED_BASE =
  /^\|{7} (?:merged common ancestors|constructed merge base|empty tree|parent of |Stash base|(?=\d*[a-f])[\da-f]{7,40}(?=[ :]|$))/;

interface Mark {
  /** Counted from 1. */
  readonly line: number;
  readonly sign: string;
  /** How many of them. */
  readonly length: number;
  readonly written: string;
}

function marksIn(text: string): Mark[] {
  return text.split('\n').flatMap((written, index) => {
    const signs = /^(?:<{7,}|>{7,}|\|{7,})(?= |$)|^={7,}(?= *$)/.exec(written)?.[0];
    return signs === undefined ? [] : [{ line: index + 1, sign: signs.charAt(0), length: signs.length, written }];
  });
}

/** The marks of the conflict that a `<<<<<<<` begins, as far as they are there. */
function openedBy(open: Mark, marks: readonly Mark[], at: number): Mark[] {
  const inside: Mark[] = [];
  for (let next = at + 1; next < marks.length; next++) {
    const mark = marks[next];
    if (mark?.length !== open.length) continue;
    if (mark.sign === '>') return [open, ...inside, mark];
    if (mark.sign === '<') break;
    inside.push(mark);
  }
  // Longer rows of signs are ornaments where nothing ends them.
  if (open.length !== 7) return [];
  const middle = inside.findIndex(({ sign }) => sign === '=');
  return [open, ...inside.slice(0, middle + 1)];
}

/** A `>>>>>>>` whose beginning somebody has deleted already, with the marks right before it. */
function endedBy(end: Mark, marks: readonly Mark[], at: number): Mark[] {
  const [middle, base] = [marks[at - 1], marks[at - 2]];
  if (middle?.sign !== '=' || middle.length !== 7) return [end];
  return base?.sign === '|' && base.length === 7 ? [base, middle, end] : [middle, end];
}

function finding({ line, written }: Mark): PlacedFinding {
  return {
    line,
    rule: 'merge-conflict',
    message: `${quote(written)} is a merge conflict mark: git left both versions of the text here, and nobody has chosen yet.`,
    hint: 'Keep the text that is right and delete the marks; put a space before a line that is meant as text.',
  };
}
