import { checkArchive } from '../../archive/check/check-archive.ts';
import { siteTitle } from '../../archive/company-names.ts';
import { createUrls } from '../../archive/urls.ts';
import { readAddress } from '../../build/read-site.ts';
import { config } from '../../config.ts';
import { trackedFiles } from '../../drafts/tracked-files.ts';
import { counted } from '../../text/counted.ts';
import type { Desk } from '../desk.ts';
import { formSentences } from '../form/form-words.ts';
import { html, type Markup } from '../markup.ts';
import { keptPublished } from '../publish/unpublish.ts';
import { repositoryOf } from '../send/repository.ts';
import { layout } from './layout.ts';
import { sealSection } from './seal.ts';

/** What follows when a release is published: what check says of all, the page as readers get it, and sending it; `undefined` where it is not there. */
export async function publishedPage(desk: Desk, id: string, now: number): Promise<Markup | undefined> {
  const { folder } = desk.archive.now();
  const release = folder.releases.find((one) => one.id === id);
  if (!release) return undefined;
  const repository = await repositoryOf(desk);
  const kept = await keptPublished(desk, id);
  const sendingWords = repository.isReady
    ? html`<a href="${desk.base}send">Review what will be sent, and send it</a>`
    : repository.why;
  const problems = checkArchive(folder, now, config.advice, trackedFiles(folder));
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity, file }) => severity === 'warning' && file === folder.fileOf(id));
  const { base } = readAddress(desk.environment);
  const page = createUrls({ origin: '', base }).release(id);
  return layout(
    { title: 'Published', base: desk.base, archive: siteTitle(folder.settings), script: 'published', wide: true },
    html` <p class="back"><a href="${desk.base}">All releases</a></p>
      <h1>In the archive: ${release.title}</h1>
      <p>Its file is ${folder.fileOf(id)}. <a href="${desk.base}review/${id}">Change it</a></p>
      <section aria-labelledby="check">
        <h2 id="check">Check</h2>
        ${
          errors.length === 0
            ? html`<p>No problems: the archive can be published.</p>`
            : html`<p class="problem">Put these right first; the site cannot be built with them.</p>
                <ul>
                  ${errors.map((problem) => html`<li>${problem.file}, line ${problem.line}: ${formSentences(problem)}</li>`)}
                </ul>`
        }
        ${
          warnings.length > 0 &&
          html`<p>${counted(warnings.length, 'warning')} about this release:</p>
            <ul>
              ${warnings.map((problem) => html`<li>${formSentences(problem)}</li>`)}
            </ul>`
        }
      </section>
      <section aria-labelledby="build">
        <h2 id="build">Look at the page</h2>
        <p>The site is built on this machine. Nobody else sees it yet.</p>
        <p class="actions"><button type="button" class="main" data-build>Build the site and look</button></p>
        <p class="status" role="status" data-status></p>
        <div data-look="${desk.site.origin}/${desk.site.token}${page}" data-title="${release.title}"></div>
      </section>
      ${sealSection(desk, id)}
      <section aria-labelledby="sending-to">
        <h2 id="sending-to">Send</h2>
        <p>${sendingWords}</p>
      </section>
      ${
        kept === undefined &&
        html`<section aria-labelledby="unpublish">
          <h2 id="unpublish">Published by mistake?</h2>
          <p>
            As long as no reader has it, it can be a draft again. If it is on the web site already,
            <a href="${desk.base}correct/${id}">correct it</a> instead: its address would lead nowhere.
          </p>
          <p class="actions"><button type="button" data-unpublish="${id}">Make it a draft again</button></p>
          <div class="problems" role="alert" data-refused></div>
        </section>`
      }`,
  );
}
