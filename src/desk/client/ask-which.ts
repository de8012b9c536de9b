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
