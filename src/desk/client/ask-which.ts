import { element, make } from './ask.ts';

const place = element('[data-alert]');

/** Asks a question at the head of the page, with a button for each answer, in the place of one that stands there. */
export function askWhich(question: string, answers: readonly (readonly [words: string, act: () => void])[]): void {
  const buttons = answers.map(([words, act]) => {
    const button = make('button', words);
    button.type = 'button';
    button.addEventListener('click', act);
    return button;
  });
  place.replaceChildren(make('p', question), ...buttons);
  place.hidden = false;
}

/** Takes the question away. */
export function askNothing(): void {
  place.hidden = true;
}

/** Asks what becomes of what stands here, where the file of the release is gone or was changed since. */
export function askAboutFile(isGone: boolean, { giveUp, keep }: { giveUp: () => void; keep: () => void }): void {
  askWhich(
    isGone
      ? 'The file of this release is gone: it was moved, renamed or deleted, in another window or outside the desk. What stands here is kept until you decide.'
      : 'The file of this release was changed in another window or outside the desk since you opened it. Nothing is overwritten until you decide.',
    [
      [isGone ? 'Discard what stands here' : 'Load the file as it is now', giveUp],
      ['Keep what stands here', keep],
    ],
  );
}
