import { ask, element, make } from './ask.ts';

interface Choice {
  readonly offset: string;
  readonly words: string;
}

/** Offers both moments where a time is filled in that Sydney showed twice; what was chosen of another time is forgotten. */
export function workClock(pair: HTMLElement): void {
  pair.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement) void offer(pair);
  });
}

/** Day, time and offset as they are filled in; each is empty where it is not. */
export function filledTime(pair: HTMLElement): {
  readonly day: string;
  readonly time: string;
  readonly offset: string;
} {
  const [day, time] = [...pair.querySelectorAll('input')].map(({ value }) => value);
  return { day: day ?? '', time: time ?? '', offset: element<HTMLSelectElement>('select', pair).value };
}

/** What to do about a day or time that is filled in by half, which a browser gives as an empty one; `undefined` where none is. */
export function unfinishedTime(around: HTMLElement): string | undefined {
  const half = [...around.querySelectorAll('input')].find(({ validity }) => validity.badInput);
  if (half?.type === 'time') return 'Finish the time: the hour, the minute and, where it is asked for, am or pm.';
  return half && 'Finish the date: the day, the month and the year.';
}

/** Fills a day and a time in, with the choice between two moments as it was made. */
export async function fillTime(pair: HTMLElement, filled: ReturnType<typeof filledTime>): Promise<void> {
  const [day, time] = pair.querySelectorAll('input');
  if (day) day.value = filled.day;
  if (time) time.value = filled.time;
  await offer(pair);
  element<HTMLSelectElement>('select', pair).value = filled.offset;
}

async function offer(pair: HTMLElement): Promise<void> {
  const place = element('[data-choice]', pair);
  const select = element<HTMLSelectElement>('select', place);
  select.replaceChildren(option({ offset: '', words: 'Choose' }));
  place.hidden = true;
  const { day, time } = filledTime(pair);
  if (day === '' || time === '') return;
  const reply = await ask<{ choices: readonly Choice[] }>('clock', { day, time });
  const now = filledTime(pair);
  if (!reply.ok || reply.value.choices.length === 0 || now.day !== day || now.time !== time) return;
  select.replaceChildren(...[{ offset: '', words: 'Choose' }, ...reply.value.choices].map(option));
  place.hidden = false;
}

function option({ offset, words }: Choice): HTMLOptionElement {
  const made = make('option', words);
  made.value = offset;
  return made;
}
