import { siteTitle } from '../../archive/company-names.ts';
import { longDay } from '../../release/day-words.ts';
import { sydneyDate } from '../../release/sydney-time.ts';
import type { Desk } from '../desk.ts';
import { html, type Markup } from '../markup.ts';
import { allBinned } from '../store/bin.ts';
import { layout } from './layout.ts';

/** What was taken away, and the way back. */
export function binPage({ base, place, archive }: Desk): Markup {
  const binned = allBinned(place.root);
  return layout(
    { title: 'Bin', base, archive: siteTitle(archive.now().folder.settings), script: 'bin' },
    html`<p class="back"><a href="${base}">All releases</a></p>
      <h1>Bin</h1>
      <p>The bin is on this machine only, and is never emptied automatically.</p>
      ${
        binned.length === 0
          ? html`<p class="quiet">The bin is empty.</p>`
          : html`<ul class="work">
              ${binned.map(
                ({ name, title, at, typed, of }) =>
                  html`<li>
                    <p>${title}</p>
                    <p class="quiet">
                      ${typed && of !== undefined && 'Changes that were not saved · '}${longDay(sydneyDate(at).day)}
                    </p>
                    <p>
                      <button type="button" data-restore="${name}">
                        Put back<span class="hidden"> ${title}</span>
                      </button>
                    </p>
                  </li>`,
              )}
            </ul>`
      }
      <p role="alert" class="problem" data-refused></p>`,
  );
}
