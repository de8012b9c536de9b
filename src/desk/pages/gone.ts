import type { Problem } from '../../release/problem.ts';
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

/** What stands in the place of a form where the facts at the top of a release's file cannot be read. */
export function unreadablePage({ base }: Desk, file: string, problems: readonly Problem[]): Markup {
  return layout(
    { title: 'Not readable', base, archive: 'ASX release archive' },
    html`<p class="back"><a href="${base}">All releases</a></p>
      <h1>Not readable</h1>
      <p>The desk cannot show ${file}, because the facts at its top cannot be read. Nothing in it was changed.</p>
      <ul>
        ${problems.filter((one) => one.file === file).map(({ line, message, hint }) => html`<li>Line ${line}: ${message} ${hint}</li>`)}
      </ul>
      <p>Correct it in a text editor, or ask whoever looks after the archive; then open it here again.</p>`,
  );
}
