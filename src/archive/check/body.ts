import { garbled } from '../../release/garbled.ts';
import { isHtml } from '../../release/html-elements.ts';
import type { BodyParts } from '../../release/inspect-body.ts';
import type { Finding } from '../../release/problem.ts';
import { isPicture } from '../../release/file-name.ts';
import { pictureWords } from '../../release/proofread/pictures.ts';
import { proofread } from '../../release/proofread/proofread.ts';
import { quote } from '../../text/quote.ts';
import { bodyParts } from './body-parts.ts';
import { withoutDot } from '../files-beside.ts';
import { resolveIn } from '../resolve-links.ts';
import { createUrls } from '../urls.ts';
import type { SitePages } from './addresses.ts';
import { missingFile } from './attachments.ts';
import { missingPlace } from './places.ts';
import type { WholeDraft } from '../../release/schema.ts';
import type { ReleaseCheck } from './context.ts';
import { checkControls } from './controls.ts';
import { checkReferences } from './references.ts';

/** What of a text readers would not get: HTML, invisible characters, dead links and missing pictures. */
export function checkBody(checked: ReleaseCheck<WholeDraft>, pages: SitePages): void {
  checkControls(checked);
  checkReferences(checked);
  const { links, pictures, shownAsText, unused } = bodyParts(checked.release);
  const odd = garbled(checked.release.body);
  if (odd) {
    const { index, ...finding } = odd;
    checked.report(checked.release.body.slice(0, index).split('\n').length, 'warning', finding);
  }
  for (const { line, ...finding } of proofread(checked.release.body)) checked.report(line, 'warning', finding);
  for (const { written, line } of unused) {
    checked.report(line, 'warning', {
      rule: 'definition-unused',
      message: `${quote(written)} is read as an address or a footnote that nothing refers to, so no page shows it.`,
      hint: 'Put a backslash before the bracket if the line is meant as text, or take it out.',
    });
  }
  for (const { written, line } of firstOfEach(shownAsText)) {
    if (!isHtml(written)) continue;
    checked.report(line, 'warning', {
      rule: 'html-shown-as-text',
      message: `${quote(written)} is HTML; the page shows it as text.`,
      hint: 'Write it as Markdown, or put a backslash before < if it is meant as text.',
    });
  }
  if (links.length === 0 && pictures.length === 0) return;
  const { release, context, report } = checked;
  const { folder, ids, isDraft } = context;
  // The site leaves drafts out, and with them the links to them.
  const isPublic = (id: string): boolean => ids.has(id) && (release.draft === true || !isDraft(id));
  const resolve = resolveIn(release, { release: isPublic, files: folder.files }, createUrls(NOWHERE));
  for (const link of firstOfEach(links)) {
    const address = resolve.link(link.written);
    const own = address?.startsWith('/') && link.written.startsWith('/');
    const isThere = address !== undefined && (!own || pages.has(address));
    const finding = isThere ? missingPlace(link.written, release, context) : deadLink(link, own);
    if (finding) report(link.line, 'warning', finding);
  }
  for (const { written, line, words } of pictures) {
    // One that is kept elsewhere becomes a link with its words.
    if (resolve.picture(written) === undefined) continue;
    const finding = pictureWords(written, words);
    if (finding) report(line, 'warning', finding);
  }
  for (const { written, line } of firstOfEach(pictures)) {
    if (resolve.picture(written) !== undefined) continue;
    if (/^(https?:)?\/\//i.test(written)) {
      report(line, 'warning', {
        rule: 'image-elsewhere',
        message: `The picture ${quote(written)} is kept elsewhere; the page leads to it and does not load it.`,
        hint: 'Save the picture beside the release and write its name alone; where it cannot be had any more, take out the ! before the bracket, so that it is a link, or the whole line.',
      });
      continue;
    }
    const name = withoutDot(written);
    const outside = !isPicture(name) || /[/\\:]/.test(name);
    const finding = outside ? undefined : missingFile(release.id, name, context);
    report(line, 'error', {
      rule: 'image-missing',
      message:
        finding?.message ?? `${quote(written)} is not a picture beside the release; nothing is loaded from elsewhere.`,
      hint:
        finding?.hint ?? 'Put the picture (png, jpg, gif, webp or avif) beside the release and write its name alone.',
    });
  }
}

const NOWHERE = { origin: 'https://example.invalid', base: '/' };

/** What to say of a link that leads nowhere; nothing of one that the page shows nothing of, such as `[](#)`. */
function deadLink({ written, source }: BodyParts['links'][number], own: boolean | undefined): Finding | undefined {
  if (/^\[\s*\]/.test(source)) return undefined;
  if (/^(?:https?:|www\.)/i.test(source))
    return {
      rule: 'link-dead',
      message: `${quote(source)} is read as one web address, which leads nowhere; the page shows it without a link.`,
      hint: 'Put an ordinary space where the address ends, or write it between < and >.',
    };
  const whole = /^[^\s@/]+@[^\s@/]+\.\w+$/.test(written)
    ? `mailto:${written}`
    : /^www\.[^\s]+$/i.test(written)
      ? `https://${written}`
      : undefined;
  return {
    rule: 'link-dead',
    message: own
      ? `The link to ${quote(written)} leads to a page that this site does not have.`
      : `The link to ${quote(written)} leads nowhere; the page shows its words without a link.`,
    hint: whole
      ? `Write the whole address: (${whole}).`
      : 'Link to a whole address with https://, to a file beside the release, or to another release by its file name.',
  };
}

/** The same thing written ten times is told once, where it first stands. */
function firstOfEach<T extends { readonly written: string }>(parts: readonly T[]): T[] {
  const seen = new Set<string>();
  return parts.filter(({ written }) => !seen.has(written) && seen.add(written));
}
