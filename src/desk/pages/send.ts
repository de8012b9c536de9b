import path from 'node:path';
import { siteTitle } from '../../archive/company-names.ts';
import { counted } from '../../text/counted.ts';
import type { Desk } from '../desk.ts';
import { html, type Markup } from '../markup.ts';
import { outgoing } from '../send/outgoing.ts';
import { repositoryOf } from '../send/repository.ts';
import { layout } from './layout.ts';

/** What will be sent, before it is. */
export async function sendPage(desk: Desk): Promise<Markup> {
  const repository = await repositoryOf(desk);
  const frame = { title: 'Send', base: desk.base, archive: siteTitle(desk.archive.now().folder.settings) };
  const head = html`<p class="back"><a href="${desk.base}">All releases</a></p>
    <h1>Send</h1>`;
  if (!repository.isReady)
    return layout(
      frame,
      html`${head}
        <p>${repository.why}</p>`,
    );
  const going = await outgoing(desk, repository.top);
  if (!going.isKnown)
    return layout(
      frame,
      html`${head}
        <p class="problem">${going.why}</p>`,
    );
  const { files, ignored, message } = going;
  const { ahead, address, branch, top } = repository;
  const passedOver =
    ignored.length > 0 &&
    html`<p class="problem">
        ${ignored.length === 1 ? 'This file belongs' : 'These files belong'} to the archive, but Git is told to pass
        over ${ignored.length === 1 ? 'it' : 'them'} (.gitignore), so ${ignored.length === 1 ? 'it is' : 'they are'}
        never sent. Ask whoever looks after the archive.
      </p>
      <ul>
        ${ignored.map((file) => html`<li>${path.relative(top, file)}</li>`)}
      </ul>`;
  if (files.length === 0 && ahead === 0)
    return layout(
      frame,
      html`${head} ${passedOver}
        <p>${ignored.length > 0 ? 'Everything else' : 'Everything'} has been sent to ${address}.</p>`,
    );
  const earlier = `${counted(ahead, 'earlier change')} that ${ahead === 1 ? 'has' : 'have'} not been sent yet`;
  return layout(
    { ...frame, script: 'send' },
    html`${head} ${passedOver}
      <div data-going>
        <p>
          ${files.length > 0 ? 'These files' : earlier} will be sent to the other copy of the archive, ${address}
          (branch ${branch}). Drafts and their documents stay here.
        </p>
        ${
          files.length > 0 &&
          html`<ul>
              ${files.map((file) => html`<li data-file="${file}">${path.relative(top, file)}</li>`)}
            </ul>
            ${ahead > 0 && html`<p>${earlier} ${ahead === 1 ? 'goes' : 'go'} too.</p>`}`
        }
        <form data-send>
          ${files.length > 0 && html`<div class="field"><label for="message">What changed, for the record</label><textarea id="message" name="message" rows="4">${`\n${message}`}</textarea></div>`}
          <p>
            <label class="check"
              ><input type="checkbox" name="fetchFirst" /> First get what the other copy has and this machine does
              not</label
            >
          </p>
          <p class="actions"><button class="main">Send</button></p>
        </form>
      </div>
      <p class="status" role="status" data-status></p>`,
  );
}
