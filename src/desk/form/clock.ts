import { z } from 'zod';
import { offsetsShowing } from '../../release/sydney-time.ts';
import { html, type Markup } from '../markup.ts';

/** A time as somebody fills it in; the offset is of use only where Sydney showed the time twice. */
interface FilledTime {
  readonly day: string;
  readonly time: string;
  readonly offset: string;
}

/** A day and a time of which the page asks whether Sydney showed it twice. */
export const clockRequest = z.object({ day: z.string(), time: z.string() });

/** What can be chosen of a time that Sydney showed twice, the earlier first; nothing for any other. */
export function clockChoices({ day, time }: z.output<typeof clockRequest>): { offset: string; words: string }[] {
  const [before, after] = offsetsShowing(`${day} ${time}`);
  if (before === undefined || after === undefined) return [];
  return [
    { offset: before, words: 'Before (daylight saving)' },
    { offset: after, words: 'After (standard time)' },
  ];
}

/** The choice between both moments of a time that Sydney showed twice; it is in sight only then. */
export function clockMarkup(id: string, filled: FilledTime): Markup {
  const choices = clockChoices(filled);
  return html`<div class="clock" data-choice ${choices.length === 0 && html` hidden`}>
    <label for="${id}">Sydney’s clocks showed this time twice, before and after they went back. Which was it?</label
    ><select id="${id}">
      <option value="">Choose</option>
      ${choices.map(({ offset, words }) => html`<option value="${offset}" ${offset === filled.offset && html` selected`}>${words}</option>`)}
    </select>
  </div>`;
}
