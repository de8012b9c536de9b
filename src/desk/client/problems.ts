import { make } from './ask.ts';

/** A problem that `check` has found in what stands in the form. */
export interface ShownProblem {
  readonly field?: string;
  readonly line: number;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly hint: string;
}

/** Shows problems at their fields, those of the text below it, each with a way to its line. */
export function showProblems(
  problems: readonly ShownProblem[],
  slots: ReadonlyMap<string, HTMLElement>,
  body: HTMLTextAreaElement,
): void {
  const bodySlot = document.getElementById('p-body');
  const wanted = new Map<HTMLElement, HTMLElement[]>();
  for (const problem of problems) {
    const slot = (problem.field === undefined ? bodySlot : slotFor(problem.field, slots)) ?? bodySlot;
    if (!slot) continue;
    wanted.set(slot, [...(wanted.get(slot) ?? []), shown(problem, body)]);
  }
  for (const slot of document.querySelectorAll<HTMLElement>('.problems[id]')) {
    const lines = wanted.get(slot) ?? [];
    // What is the same stays, so that a screen reader is not told again.
    if (slot.textContent !== lines.map((line) => line.textContent).join('')) slot.replaceChildren(...lines);
    const isWrong = lines.some((line) => line.classList.contains('problem'));
    for (const input of document.querySelectorAll(`[aria-describedby~="${CSS.escape(slot.id)}"]`))
      if (isWrong) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
  }
}

/** The place of a field, or of the field around it. */
function slotFor(field: string, slots: ReadonlyMap<string, HTMLElement>): HTMLElement | undefined {
  for (let path = field; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
    const slot = slots.get(path);
    if (slot) return slot;
  }
  return undefined;
}

/** A problem as a paragraph. */
export function problemWords({ severity, message, hint }: ShownProblem): HTMLElement {
  const place = make('p', '', severity === 'error' ? 'problem' : 'warning');
  if (severity === 'warning') place.append(make('strong', 'Warning: '));
  place.append(`${message} ${hint} `);
  return place;
}

function shown(problem: ShownProblem, body: HTMLTextAreaElement): HTMLElement {
  const { field, line } = problem;
  const place = problemWords(problem);
  if (field === undefined) {
    const button = make('button', `Go to line ${line}`);
    button.type = 'button';
    button.addEventListener('click', () => selectLine(body, line));
    place.append(button);
  }
  return place;
}

/** Selects a line of a text, counted from 1, and brings it into sight. */
function selectLine(body: HTMLTextAreaElement, line: number): void {
  const lines = body.value.split('\n');
  // Files hold no empty lines before the text, so none are counted.
  const before = Math.max(
    0,
    lines.findIndex((one) => one.trim() !== ''),
  );
  const at = before + line;
  const start = lines.slice(0, at - 1).reduce((sum, one) => sum + one.length + 1, 0);
  select(body, start, start + (lines[at - 1]?.length ?? 0));
}

/** Selects words in a text where they stand in a row, whatever signs of Markdown and spaces are between them. */
export function selectWords(body: HTMLTextAreaElement, words: string): void {
  const pattern = words
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^\\p{L}\\p{N}]+');
  const found = new RegExp(pattern, 'iu').exec(body.value);
  if (found) select(body, found.index, found.index + found[0].length);
  else body.focus();
}

function select(body: HTMLTextAreaElement, start: number, end: number): void {
  body.focus();
  body.setSelectionRange(start, end);
  const height = body.scrollHeight / Math.max(1, body.value.split('\n').length);
  const line = body.value.slice(0, start).split('\n').length;
  body.scrollTo({ top: Math.max(0, (line - 4) * height) });
}
