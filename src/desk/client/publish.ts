import { ask, base, element, keyPath, make } from './ask.ts';
import { fillTime, filledTime, unfinishedTime } from './clock.ts';
import { once } from './once.ts';
import { problemWords, type ShownProblem } from './problems.ts';

interface Page {
  readonly form: HTMLFormElement;
  /** Says something in the bar with the buttons. */
  readonly tell: (words: string) => void;
  /** Keeps what is typed; false where that did not work. */
  readonly flush: () => Promise<boolean>;
  readonly key: () => string;
  /** Runs one request about the release after the other. */
  readonly inTurn: <T>(task: () => Promise<T>) => Promise<T>;
}

/** Asks whether ASX has released it, and publishes with a yes. */
export function workPublishing({ form, tell, flush, key, inTurn }: Page): void {
  const button = document.querySelector<HTMLButtonElement>('[data-publish]');
  if (!button) return;
  const dialog = element<HTMLDialogElement>('[data-dialog]');
  const day = element<HTMLInputElement>('#released-day');
  const time = element<HTMLInputElement>('#released-time');
  const pair = element('[data-clock]', dialog);
  let taken = '';
  const refused = element('[data-refused]');
  const answer = element('[data-answer]');
  button.addEventListener('click', () => {
    const unfinished = unfinishedTime(form);
    if (unfinished !== undefined) {
      tell(`Not published: ${unfinished}`);
      return;
    }
    void flush().then(async (isKept) => {
      if (!isKept) return;
      const known = document.querySelector<HTMLElement>('[data-kind="date"]');
      const inForm = known ? filledTime(known) : { day: '', time: '', offset: '' };
      // What was answered before stands, unless the form has been changed since.
      if (taken !== JSON.stringify(inForm)) await fillTime(pair, inForm);
      taken = JSON.stringify(inForm);
      refused.replaceChildren();
      check();
      element('[data-facts]').replaceChildren(...facts());
      dialog.showModal();
    });
  });
  /** Shows what `check` says of the day and time as they stand there, before the yes. */
  const check = (): void => {
    const filled = filledTime(pair);
    answer.replaceChildren();
    if (filled.day === '') return;
    void ask<{ problems: readonly ShownProblem[] }>(`check-answer/${keyPath(key())}`, filled).then((reply) => {
      if (reply.ok && refused.textContent === '' && JSON.stringify(filled) === JSON.stringify(filledTime(pair)))
        answer.replaceChildren(...reply.value.problems.map(problemWords));
    });
  };
  const publish = once(async () => {
    const unfinished = unfinishedTime(pair);
    refused.textContent = unfinished ?? '';
    if (unfinished !== undefined || !day.reportValidity()) return false;
    const reply = await inTurn(() => ask<{ id: string }>(`publish/${keyPath(key())}`, filledTime(pair)));
    // The draft is not there any more to come back to.
    if (reply.ok) location.replace(`${base}published/${keyPath(reply.value.id)}`);
    else {
      refused.textContent = reply.fault;
      // It says what was wrong with the day and time as well.
      answer.replaceChildren();
    }
    return reply.ok;
  });
  element('[data-yes]').addEventListener('click', publish);
  element('[data-not-yet]').addEventListener('click', () => dialog.close());
  pair.addEventListener('input', () => {
    refused.replaceChildren();
    check();
  });
  // Whoever presses Enter once too often has neither said yes nor no.
  for (const field of [day, time])
    field.addEventListener('keydown', ({ key: pressed }) => {
      if (pressed === 'Enter') refused.textContent = 'Choose “Yes, publish it”, or “Not yet”.';
    });
}

/** What the import has guessed and nobody has confirmed: a yes confirms it. */
function facts(): HTMLElement[] {
  const list = make('ul');
  // The day is asked for right beside.
  const guesses = [...document.querySelectorAll<HTMLElement>('[data-guess]:not([data-guess="date"])')];
  for (const guess of guesses) {
    const field = guess.closest('[data-top]');
    const label = field?.querySelector('label, legend')?.textContent ?? '';
    const values = [...(field?.querySelectorAll<HTMLInputElement>('input, select, textarea') ?? [])].map(
      (one) => one.value,
    );
    const written = values.filter(Boolean).join(', ');
    if (written !== '') list.append(make('li', `${label}: ${written}`));
  }
  if (list.children.length === 0) return [];
  return [make('p', 'By publishing you confirm what was read from the document:'), list];
}
