import { existsSync } from 'node:fs';
import path from 'node:path';
import { createUrls } from '../../archive/urls.ts';
import { readAddress } from '../../build/read-site.ts';
import { checkArchive } from '../../archive/check/check-archive.ts';
import { compareReleases } from '../../archive/archive.ts';
import { siteTitle } from '../../archive/company-names.ts';
import { config } from '../../config.ts';
import { trackedFiles } from '../../drafts/tracked-files.ts';
import { longDay, shortDay } from '../../release/day-words.ts';
import type { Problem } from '../../release/problem.ts';
import type { WholeDraft } from '../../release/schema.ts';
import { counted } from '../../text/counted.ts';
import type { Desk } from '../desk.ts';
import { formSentences } from '../form/form-words.ts';
import { isNew } from '../edit/open-edit.ts';
import { titleOf } from '../edit/title-of.ts';
import { html, type Markup } from '../markup.ts';
import { allTyping, type Typing } from '../store/typing.ts';
import { outgoing } from '../send/outgoing.ts';
import { repositoryOf } from '../send/repository.ts';
import { layout } from './layout.ts';
import { sealSection } from './seal.ts';

/** The desk as it opens: add, what is not finished, the latest releases, and what check says of all. */
export async function overviewPage(desk: Desk, now: number): Promise<Markup> {
  const { folder } = desk.archive.now();
  const { base } = desk;
  const problems = checkArchive(folder, now, config.advice, trackedFiles(folder));
  const drafts = [...folder.releases.filter((release) => release.draft === true), ...folder.incompleteDrafts];
  const published = folder.releases
    .filter((release) => release.draft !== true)
    .toSorted((a, b) => compareReleases(b, a));
  const typing = allTyping(desk.place.root);
  const title = siteTitle(folder.settings);
  const sending = await sendingSection(desk);
  return layout(
    { title: 'Overview', base, archive: title, script: 'overview' },
    html` <h1>What would you like to do?</h1>
      <section aria-labelledby="add">
        <h2 id="add">Add a release</h2>
        <div class="drop" data-drop>
          <p>
            <label class="button" for="files">Choose documents</label>
            <input class="hidden" id="files" type="file" multiple />
          </p>
          <p class="quiet">Or drop them here: PDF, Word, e-mail, saved web page or text.</p>
          <p><a href="${base}new">Begin with an empty release</a></p>
        </div>
        <div role="status" aria-label="Documents being read"><ul class="added" data-added></ul></div>
      </section>
      <section aria-labelledby="drafts" data-drafts>
        <h2 id="drafts">Not published yet</h2>
        ${unfinished(drafts, typing, problems, desk)}
      </section>
      ${changedSection(typing, desk)}
      <section aria-labelledby="latest">
        <h2 id="latest">Latest releases</h2>
        ${
          published.length === 0
            ? html`<p class="quiet">Nothing is published yet.</p>`
            : html`<ul class="work">
                ${published.slice(0, 10).map(
                  ({ id, title: headline, date }) =>
                    html`<li>
                      <p><a href="${base}review/${id}">${headline}</a></p>
                      <p class="quiet">${longDay(date.day)}</p>
                      <p>
                        <a href="${base}correct/${id}">Correct<span class="hidden"> ${headline}</span></a>
                      </p>
                    </li>`,
                )}
              </ul>`
        }
      </section>
      ${sealSection(desk)} ${sending} ${problemsSection(problems, desk)}
      <p class="ways">
        ${isBuilt(desk) && html`<a href="${siteAddress(desk)}" target="_blank" rel="noopener">Search the archive as last built</a> · `}<a
          href="${base}bin"
          >Bin</a
        >
      </p>`,
  );
}

function isBuilt({ environment }: Desk): boolean {
  return existsSync(path.join(environment.out, 'search/index.html'));
}

function siteAddress({ site, environment }: Desk): string {
  const { base } = readAddress(environment);
  return `${site.origin}/${site.token}${createUrls({ origin: '', base }).search()}`;
}

function unfinished(
  drafts: readonly WholeDraft[],
  typing: readonly Typing[],
  problems: readonly Problem[],
  desk: Desk,
): Markup {
  const { folder } = desk.archive.now();
  const shown = new Set(drafts.map(({ id }) => id));
  const unsaved = typing.filter((one) => !shown.has(one.key) && !isPublished(one));
  if (drafts.length + unsaved.length === 0) return html`<p class="quiet">Nothing to review.</p>`;
  const open = new Set(typing.map(({ key }) => key));
  const rows = drafts.map((draft) => {
    const found = problems.filter(({ file }) => file === folder.fileOf(draft.id));
    const facts = [
      draft.code?.join(', ') ?? 'company not known',
      draft.date ? shortDay(draft.date.day) : 'date not known',
    ];
    if (draft.review) facts.push(`${counted(draft.review.length, 'guess', 'guesses')} to confirm`);
    const errors = found.filter(({ severity }) => severity === 'error').length;
    if (errors > 0) facts.push(counted(errors, 'problem'));
    if (open.has(draft.id)) facts.push('not saved yet');
    return item(desk.base, draft.id, draft.title, facts.join(' · '));
  });
  const news = unsaved.map((one) => item(desk.base, one.key, titleOf(one.fields, folder.releases), 'not saved yet'));
  return html`<ul class="work">
    ${[...news, ...rows]}
  </ul>`;
}

/** Published releases of which something is typed and not saved. */
function changedSection(typing: readonly Typing[], { archive, base }: Desk): Markup | false {
  const changed = typing.filter(isPublished);
  if (changed.length === 0) return false;
  return html`<section aria-labelledby="changed">
    <h2 id="changed">Published, with changes not saved yet</h2>
    <ul class="work">
      ${changed.map((one) => {
        const title = titleOf(one.fields, archive.now().folder.releases);
        return html`<li>
          <p><a href="${base}review/${one.key}">${title}</a></p>
          <p>
            <button type="button" data-discard="${one.key}">
              Discard changes<span class="hidden"> ${title}</span>
            </button>
          </p>
        </li>`;
      })}
    </ul>
  </section>`;
}

function isPublished({ key, fields }: Typing): boolean {
  return fields['draft'] !== 'true' && !isNew(key);
}

function item(base: string, key: string, title: string, facts: string): Markup {
  return html`<li>
    <p><a href="${base}review/${key}">${title}</a></p>
    <p class="quiet">${facts}</p>
    <p>
      <button type="button" data-bin="${key}">Move to the bin<span class="hidden"> ${title}</span></button>
    </p>
  </li>`;
}

async function sendingSection(desk: Desk): Promise<Markup | false> {
  const repository = await repositoryOf(desk);
  if (!repository.isReady) return false;
  const going = await outgoing(desk, repository.top);
  return html`<section aria-labelledby="sending">
    <h2 id="sending">Not sent yet</h2>
    ${going.isKnown ? html`<p>${sendingWords(going.files.length, going.ignored.length, repository.ahead, desk)}</p>` : html`<p class="problem">${going.why}</p>`}
  </section>`;
}

function sendingWords(files: number, ignored: number, ahead: number, { base }: Desk): Markup | string {
  if (files + ignored + ahead === 0) return 'Everything published here has been sent.';
  return html`${waiting(files, ignored, ahead)}. <a href="${base}send">Review and send</a>`;
}

function waiting(files: number, ignored: number, ahead: number): string {
  const parts = [
    files > 0 && counted(files, 'file'),
    ahead > 0 && counted(ahead, 'earlier change'),
    ignored > 0 && `${counted(ignored, 'file')} that Git passes over`,
  ];
  return parts.filter(Boolean).join(' and ');
}

function problemsSection(problems: readonly Problem[], desk: Desk): Markup | false {
  if (problems.length === 0) return false;
  const { folder } = desk.archive.now();
  const idOf = new Map(folder.ids.map((id) => [folder.fileOf(id), id]));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return html`<section aria-labelledby="problems">
<h2 id="problems">Problems and warnings</h2>
<p>${errors === 0 ? counted(problems.length, 'warning') : `${counted(errors, 'problem')}, ${counted(problems.length - errors, 'warning')}`} in the whole archive.</p>
<details${errors > 0 && html` open`}><summary>Show ${problems.length > SHOWN ? `the first ${SHOWN}` : 'them'}</summary>
<ul class="work">${problems.slice(0, SHOWN).map((problem) => {
    const { file, line, severity } = problem;
    const id = idOf.get(file);
    return html`<li>
      <p>${id === undefined ? file : html`<a href="${desk.base}review/${id}">${file}</a>`}, line ${line}</p>
      <p>${severity === 'warning' && 'Warning: '}${formSentences(problem)}</p>
    </li>`;
  })}</ul></details>
</section>`;
}

const SHOWN = 50;
