import { companyAt, nameAt } from '../../archive/company-names.ts';
import type { Settings } from '../../archive/settings-schema.ts';
import type { ReleasesFolder } from '../../archive/read/read-releases.ts';
import { resolveIn } from '../../archive/resolve-links.ts';
import { createUrls } from '../../archive/urls.ts';
import { clockTime, longDay, weekday } from '../../release/day-words.ts';
import { renderBody } from '../../release/render.ts';
import { readSydneyDate, zoneName } from '../../release/sydney-time.ts';
import { typeOf } from '../../release/types.ts';
import { plainBody } from '../edit/release-file.ts';
import { isList, type FormValue, type Typed } from '../edit/typed.ts';
import { html, trusted, type Markup } from '../markup.ts';

/** A release as readers will get it, out of what stands in the form; wrong fields are shown as they are. */
export function previewMarkup({ fields, body }: Typed, id: string, folder: ReleasesFolder, base: string): Markup {
  const codes = texts(fields['code']);
  const read = readSydneyDate(texts(fields['date'])[0] ?? '');
  const date = 'date' in read ? read.date : undefined;
  const urls = createUrls({ origin: '', base: `${base}as-read/` });
  const has = { release: (one: string) => folder.ids.includes(one), files: folder.files };
  const standIn = { id, body, title: '', code: [], date: { instant: 0, day: '', offset: '' } };
  const rendered = renderBody(plainBody(body), resolveIn(standIn, has, urls)).html;
  const files = fields['attachments'];
  return html`<article class="release">
    <header>
      <p class="companies">
        ${codes.map((code) => html`<span>${companyName(folder.settings, code, date?.day)} <span class="codes">ASX:${code}</span></span>`)}
      </p>
      <h2 class="headline">${texts(fields['title'])[0] ?? html`<span class="quiet">No headline yet</span>`}</h2>
      <p class="dateline">
        ${date ? `${weekday(date.day)} ${longDay(date.day)}, ` : html`<span class="quiet">Date not known yet</span>`}${
          date &&
          (date.time === undefined
            ? html`<span class="quiet">time not recorded</span>`
            : `${clockTime(date.time)} ${zoneName(date)} (Sydney)`)
        }
      </p>
      <p class="tags">
        ${texts(fields['priceSensitive'])[0] === 'true' && html`<strong class="sensitive">Price sensitive</strong> `}${texts(
          fields['types'],
        ).map((slug) => html`<span class="type">${typeOf(slug).name}</span> `)}
      </p>
    </header>
    ${
      files !== undefined &&
      html`<ul class="attachments">
        ${(isList(files) ? files : [files]).map((entry) => html`<li>${nameOfFile(entry)}</li>`)}
      </ul>`
    }
    ${rendered === '' ? html`<p class="quiet">${files === undefined ? 'No text yet.' : 'The text of this release is in its document.'}</p>` : html`<div class="body">${trusted(rendered)}</div>`}
  </article>`;
}

function companyName(settings: Settings, code: string, day = '9999-12-31'): string {
  return nameAt(companyAt(settings, code, day), day);
}

function nameOfFile(entry: FormValue): string {
  if (typeof entry === 'string') return entry;
  if (isList(entry)) return '';
  const group: Readonly<Record<string, FormValue | undefined>> = entry;
  return texts(group['title'])[0] ?? texts(group['file'])[0] ?? texts(group['url'])[0] ?? '';
}

/** The texts of a field that holds one or several. */
function texts(value: FormValue | undefined): string[] {
  if (value === undefined) return [];
  return (isList(value) ? value : [value]).filter((one) => typeof one === 'string' && one !== '') as string[]; // told apart just before
}
