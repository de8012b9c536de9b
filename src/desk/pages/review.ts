import { siteTitle } from '../../archive/company-names.ts';
import { z } from 'zod';
import { compareReleases } from '../../archive/archive.ts';
import type { ReviewItem, WholeRelease } from '../../release/schema.ts';
import type { Desk } from '../desk.ts';
import { isNew, type Edit } from '../edit/open-edit.ts';
import { look } from '../edit/type.ts';
import { isList, type FormFields } from '../edit/typed.ts';
import { clockMarkup } from '../form/clock.ts';
import { releaseForm } from '../form/form.ts';
import { html, trusted, type Markup } from '../markup.ts';
import { readImport } from '../store/imports.ts';
import { documentsMarkup } from './documents.ts';
import { importNotes } from './import-notes.ts';
import { layout } from './layout.ts';

/**
 * The document on one side, the release on the other. A sealed release can be changed only where `because` says why, which is
 * then declared.
 */
export function reviewPage(desk: Desk, edit: Edit, because: string, now: number): Markup {
  const isLocked = edit.isSealed && because === '';
  const { folder } = desk.archive.now();
  const { key, typed } = edit;
  const title = typeof typed.fields['title'] === 'string' ? typed.fields['title'] : 'New release';
  const guesses = guessesOf(typed.fields);
  const seen = look(desk, key, typed, now);
  const state = {
    key,
    version: edit.version,
    base: edit.base,
    isOverwritten: edit.isOverwritten,
    disk: edit.disk,
    isDraft: edit.isDraft,
    problems: seen.problems,
    ...(edit.isSealed && because !== '' && { because }),
    review: guesses,
  };
  return layout(
    { title, base: desk.base, archive: siteTitle(folder.settings), script: 'review', wide: true },
    html` <p class="back">
        <a href="${desk.base}">All releases</a>
        ${!edit.isDraft && html` · <a href="${desk.base}published/${key}">Look at it and send it</a>`}
      </p>
      <h1>${edit.isDraft ? 'Review' : 'Published release'}: <span data-headline>${title}</span></h1>
      ${edit.isSealed && because !== '' && html`<p>Its page will say why it was amended: “${because}”</p>`}
      <div class="bar" role="group" aria-label="This release">
        <p class="status" role="status" data-status>
          ${edit.version > 0 ? 'Not saved yet; kept on this machine.' : 'No changes yet.'}
        </p>
        <p class="actions">${actions(edit, isLocked, desk.base)} ${discardButton(edit)}</p>
      </div>
      <div class="alert" role="alert" data-alert hidden></div>
      <div class="review">
        <section class="document" aria-label="Document">${documentsMarkup(desk, key, typed.fields)}</section>
        <section class="form" aria-label="Release">
          ${notesMarkup(desk, key)} ${leftOutMarkup(edit)}
          <form data-form autocomplete="off" ${isLocked && html` inert`}>
            ${releaseForm(typed.fields, guesses)}
            <div class="field">
              <label for="body">Text</label>
              <p class="hint" id="h-body">
                As it was released. An empty line parts paragraphs; # begins a heading, - an item of a list.
              </p>
              <textarea id="body" data-body rows="16" aria-describedby="h-body p-body" spellcheck="true" lang="en-AU">
${typed.body}</textarea>
              <div class="problems" id="p-body"></div>
            </div>
          </form>
        </section>
        <section class="as-read" aria-labelledby="as-read">
          <h2 id="as-read">As readers will see it</h2>
          <div data-preview>${trusted(seen.preview)}</div>
        </section>
      </div>
      ${releaseList(folder.releases, key)} ${publishDialog()}
      <script type="application/json" id="state">
        ${trusted(JSON.stringify(state).replaceAll('<', '\\u003c'))}
      </script>`,
  );
}

function actions({ key, isDraft, isSealed }: Edit, isLocked: boolean, base: string): Markup {
  if (isLocked) return html`This release is sealed. <a href="${base}correct/${key}">Correct it</a>`;
  if (isSealed) return html`<button type="button" class="main" data-save>Amend and declare</button>`;
  if (isDraft)
    return html`<button type="button" data-save>Save draft</button>
      <button type="button" class="main" data-publish>Publish…</button>`;
  return html`<a href="${base}correct/${key}">Correct it</a>
    <button type="button" class="main" data-save>Save changes</button>`;
}

/** Gives up what is typed for the file as it is; what has no file goes into the bin as a whole. */
function discardButton({ key, version }: Edit): Markup | false {
  return (
    !isNew(key) && html`<button type="button" data-discard ${version === 0 && html` hidden`}>Discard changes</button>`
  );
}

/** Releases to choose from where a field names one, the newest first. */
function releaseList(releases: readonly WholeRelease[], key: string): Markup {
  const others = releases
    .filter(({ id, draft }) => id !== key && draft !== true)
    .toSorted((a, b) => compareReleases(b, a));
  const options = others
    .slice(0, LISTED)
    .map(({ id, title }) => html`<option value="${id}" label="${title}"></option>`);
  return html`<datalist id="release-ids">${options}</datalist>`;
}

/** More would be slow to show; an older one can be written. */
const LISTED = 500;

function publishDialog(): Markup {
  return html`<dialog data-dialog aria-labelledby="asked">
    <form method="dialog">
      <h2 id="asked">Has ASX released it?</h2>
      <p>Nothing may be given to anyone before ASX has released it (Listing Rule 15.7).</p>
      <div class="pair" data-clock>
        <div><label for="released-day">Released on</label><input type="date" id="released-day" required /></div>
        <div>
          <label for="released-time">At, in Sydney</label
          ><input type="time" id="released-time" aria-describedby="released-hint" />
        </div>
        ${clockMarkup('released-clock', { day: '', time: '', offset: '' })}
      </div>
      <p class="hint" id="released-hint">As ASX shows it beside the announcement.</p>
      <div class="problems" role="status" data-answer></div>
      <div data-facts></div>
      <p class="actions">
        <button type="button" class="main" data-yes>Yes, publish it</button>
        <button type="button" data-not-yet>Not yet</button>
      </p>
      <div class="problems" role="alert" data-refused></div>
    </form>
  </dialog>`;
}

function notesMarkup({ place: { root } }: Desk, key: string): Markup | false {
  const found = readImport(root, key);
  return found !== undefined && importNotes(found);
}

function leftOutMarkup({ leftOut }: Edit): Markup | false {
  return (
    leftOut.length > 0 &&
    html`<section class="notes" aria-labelledby="left-out">
      <h2 id="left-out">Not kept when it is saved here</h2>
      <p>The file of this release holds what the desk does not know. Saving or publishing it here leaves this out:</p>
      <ul>
        ${leftOut.map((one) => html`<li>${one}</li>`)}
      </ul>
    </section>`
  );
}

const guess = z.object({
  field: z.string(),
  value: z.string(),
  evidence: z.string(),
  confidence: z.enum(['certain', 'likely', 'stand-in']),
});

function guessesOf(fields: FormFields): ReviewItem[] {
  const value = fields['review'];
  return value !== undefined && isList(value) ? value.flatMap((item) => guess.safeParse(item).data ?? []) : [];
}
