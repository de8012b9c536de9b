import { isPicture } from '../../release/file-name.ts';
import { quote } from '../../release/problem.ts';
import { bodyPieces } from '../body-pieces.ts';
import { withoutDot } from '../files.ts';
import { resolveIn } from '../resolve.ts';
import { createUrls } from '../urls.ts';
import type { SitePages } from './addresses.ts';
import { missingFile } from './attachments.ts';
import type { ReleaseCheck } from './context.ts';
import { checkReferences } from './references.ts';

/** What of a text readers would not get: HTML, invisible characters, dead links and missing pictures. */
export function checkBody(checked: ReleaseCheck, pages: SitePages): void {
  checkControls(checked);
  checkReferences(checked);
  const { links, pictures, shownAsText, unused } = bodyPieces(checked.release);
  for (const { written, line } of unused) {
    checked.report(line, 'warning', {
      rule: 'definition-unused',
      message: `${quote(written)} is for Markdown an address or a footnote to which nothing refers; no page shows it.`,
      hint: 'Put a backslash before the bracket if the line is meant as text, or take it out.',
    });
  }
  for (const { written, line } of firstOfEach(shownAsText)) {
    checked.report(line, 'warning', {
      rule: 'html-shown-as-text',
      message: `${quote(written)} is HTML; the page shows it as text.`,
      hint: 'Write it as Markdown, or put a backslash before < if it is meant as text.',
    });
  }
  if (links.length === 0 && pictures.length === 0) return;
  const { release, context, report } = checked;
  const { folder, ids, known } = context;
  // The site leaves drafts out, and with them the links to them.
  const isPublic = (id: string): boolean => ids.has(id) && (release.draft === true || known.get(id)?.draft !== true);
  const resolve = resolveIn(release, { release: isPublic, files: folder.files }, createUrls(NOWHERE));
  for (const { written, line } of firstOfEach(links)) {
    const address = resolve.link(written);
    const own = address?.startsWith('/') && written.startsWith('/');
    if (address !== undefined && (!own || pages.has(address))) continue;
    report(line, 'warning', {
      rule: 'link-dead',
      message: own
        ? `The link to ${quote(written)} leads to a page that this site does not have.`
        : `The link to ${quote(written)} leads nowhere; the page shows its words without a link.`,
      hint: 'Link to a whole address with https://, to a file beside the release, or to another release by its file name.',
    });
  }
  for (const { written, line } of firstOfEach(pictures)) {
    if (resolve.picture(written) !== undefined) continue;
    if (/^(https?:)?\/\//i.test(written)) {
      report(line, 'warning', {
        rule: 'image-elsewhere',
        message: `The picture ${quote(written)} is kept elsewhere; the page leads to it and does not load it.`,
        hint: 'Put the picture beside the release and write its name alone, so that the archive keeps it.',
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

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0001-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/;

function checkControls({ release, report }: ReleaseCheck): void {
  const control = CONTROL.exec(release.body);
  if (!control) return;
  report(release.body.slice(0, control.index).split('\n').length, 'warning', {
    rule: 'control-character-in-text',
    message: `The text holds a control character (${quote(control[0])}), which readers cannot see; pages and feeds leave it out.`,
    hint: 'Delete it; text copied from a PDF often holds form feeds between pages.',
  });
}

/** The same thing written ten times is told once, where it first stands. */
function firstOfEach<T extends { readonly written: string }>(pieces: readonly T[]): T[] {
  const seen = new Set<string>();
  return pieces.filter(({ written }) => !seen.has(written) && seen.add(written));
}
