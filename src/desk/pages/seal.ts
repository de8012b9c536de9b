import { stateOf } from '../../archive/seal/lock.ts';
import { notYetSealed } from '../../archive/seal/seal-open.ts';
import { counted } from '../../text/counted.ts';
import type { Desk } from '../desk.ts';
import { html, type Markup } from '../markup.ts';

/** Sealing what is not sealed yet, where the archive has seals; `id` is the release that is looked at. */
export function sealSection({ archive }: Desk, id?: string): Markup | false {
  const { folder } = archive.now();
  if (!folder.lock) return false;
  const open = notYetSealed(folder);
  const entry = id === undefined ? undefined : folder.lock.entries.get(id);
  const isSealed = entry !== undefined && stateOf(entry) === 'present';
  if (open.length === 0 && !isSealed) return false;
  return html`<section aria-labelledby="seals">
    <h2 id="seals">Seal</h2>
    ${isSealed && html`<p>This release is sealed: it cannot be changed by accident.</p>`}
    ${
      open.length > 0 &&
      html`<p>
          A seal keeps a release from being changed by accident: from then on, a change needs a reason that readers see.
        </p>
        <ul>
          ${open.map((release) => html`<li data-unsealed="${release.id}">${release.title}</li>`)}
        </ul>
        <p class="actions"><button type="button" data-seal>Seal ${counted(open.length, 'release')}</button></p>`
    }
    <p class="status" role="status" data-sealed></p>
  </section>`;
}
