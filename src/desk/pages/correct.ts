import { siteTitle } from '../../archive/company-names.ts';
import { stateOf } from '../../archive/seal/lock.ts';
import { correctionKinds } from '../../release/field-groups.ts';
import { longDay } from '../../release/day-words.ts';
import type { Desk } from '../desk.ts';
import { optionLabel } from '../form/labels.ts';
import { html, type Markup } from '../markup.ts';
import { layout } from './layout.ts';

/** What can be done about a release that is wrong; `undefined` where it is not there. */
export function correctPage(desk: Desk, id: string): Markup | undefined {
  const { folder } = desk.archive.now();
  const release = folder.releases.find((one) => one.id === id && one.draft !== true);
  if (!release) return undefined;
  const entry = folder.lock?.entries.get(id);
  const isSealed = entry !== undefined && stateOf(entry) === 'present';
  const { base } = desk;
  return layout(
    { title: 'Correct', base, archive: siteTitle(folder.settings), script: 'correct' },
    html` <p class="back"><a href="${base}">All releases</a></p>
      <h1>Correct: ${release.title}</h1>
      <p>${longDay(release.date.day)}. What was released stays as it was; a new release says what is right.</p>
      <section aria-labelledby="wrong">
        <h2 id="wrong">ASX has released a correction</h2>
        <form data-correct="${id}">
          <div class="field">
            <label for="kind">Kind</label
            ><select id="kind" name="kind">
              ${correctionKinds.map((kind) => html`<option value="${kind}">${optionLabel(kind)}</option>`)}
            </select>
          </div>
          <div class="field">
            <label for="where">Where in the release</label>
            <p class="hint" id="h-where">For example: table 2, first row. Leave it empty where the text says it.</p>
            <input id="where" name="where" autocomplete="off" aria-describedby="h-where" />
          </div>
          <div class="field">
            <label for="was">What was wrong</label><textarea id="was" name="was" rows="2"></textarea>
          </div>
          <div class="field">
            <label for="now">What is right</label><textarea id="now" name="now" rows="2"></textarea>
          </div>
          <div class="problems" role="alert" data-refused></div>
          <p class="actions"><button class="main">Begin the correction</button></p>
        </form>
      </section>
      <section aria-labelledby="copy">
        <h2 id="copy">Only our copy is wrong</h2>
        ${
          isSealed
            ? html`<p>
                  This release is sealed: whatever changes has to be declared, with a reason that its page will show.
                </p>
                <form data-declare="${id}">
                  <div class="field">
                    <label for="what">What to do</label
                    ><select id="what" name="what">
                      <option value="amend">Amend the text or the facts</option>
                      <option value="rename">Rename it by its date and headline</option>
                      <option value="withdraw">Withdraw it from the archive</option>
                    </select>
                  </div>
                  <div class="field">
                    <label for="reason">Why</label>
                    <p class="hint" id="h-reason">One sentence for readers.</p>
                    <input id="reason" name="reason" autocomplete="off" maxlength="500" aria-describedby="h-reason" />
                  </div>
                  <div class="problems" role="alert" data-undeclared></div>
                  <p class="actions"><button>Declare it</button></p>
                </form>`
            : html`<p>
                A mistake in the archive that is not in ASX’s document, such as a wrong type.
                <a href="${base}review/${id}">Change the release</a>
              </p>`
        }
      </section>`,
  );
}
