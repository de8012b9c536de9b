import { beside } from '../../archive/files-beside.ts';
import { ending, isPicture } from '../../release/file-name.ts';
import type { Desk } from '../desk.ts';
import { isNew } from '../edit/open-edit.ts';
import { attachedFiles, type FormFields } from '../edit/typed.ts';
import { html, type Markup } from '../markup.ts';
import { readImport, readOriginal } from '../store/imports.ts';

/** The documents of a release: the first in sight, the others below it, each shown when it is opened. */
export function documentsMarkup({ base, place: { root } }: Desk, key: string, fields: FormFields): Markup {
  const files = isNew(key) ? [] : attachedFiles(fields);
  const original = readOriginal(root, key) === undefined ? undefined : readImport(root, key)?.name;
  const shown = [
    ...(original === undefined ? [] : [{ name: original, markup: frame(original, `${base}original/${key}`) }]),
    ...files.map((name) => ({ name, markup: documentMarkup(name, base, beside(key, name)) })),
  ];
  // A PDF is what was lodged, whatever it came in.
  const [first, ...others] = shown.toSorted((a, b) => Number(isPdf(b.name)) - Number(isPdf(a.name)));
  if (!first) return html`<p class="quiet no-document">This release has no document.</p>`;
  return html`<h2>${first.name}</h2>
    ${first.markup}
    ${others.map(
      ({ name, markup }) =>
        html`<details class="other">
          <summary>${name}</summary>
          ${markup}
        </details>`,
    )}`;
}

function documentMarkup(name: string, base: string, below: string): Markup {
  const address = `${base}document/${below}`;
  if (isPdf(name))
    return html`<div class="pages" data-pdf="${address}" tabindex="0" role="region" aria-label="Pages of ${name}">
      <p role="status" data-pages-status>Drawing the pages…</p>
    </div>`;
  if (isPicture(name)) return html`<img class="paper" src="${address}" alt="The picture ${name}" loading="lazy" />`;
  if (['docx', 'txt', 'csv'].includes(ending(name))) return frame(name, `${base}shown/${below}`);
  return html`<p>
    This kind of document cannot be shown here.
    <a href="${address}" download>Open it in its own program</a> to compare.
  </p>`;
}

function isPdf(name: string): boolean {
  return ending(name) === 'pdf';
}

function frame(name: string, address: string): Markup {
  return html`<iframe class="paper" title="Document: ${name}" src="${address}" sandbox loading="lazy"></iframe>`;
}
