import type { Desk } from '../desk.ts';
import { html, type Markup } from '../markup.ts';
import { layout } from './layout.ts';

/** What stands in the place of a page that there is none of, or that could not be made: a sentence, and the way back. */
export function gonePage({ base }: Desk, words: string): Markup {
  return layout(
    { title: 'Not here', base, archive: 'ASX release archive' },
    html`<p class="back"><a href="${base}">All releases</a></p>
      <h1>Not here</h1>
      <p>${words}</p>`,
  );
}
