import path from 'node:path/posix';
import { ending, isPicture, mediaType } from '../../release/file-name.ts';
import { quote } from '../../text/quote.ts';
import type { Finding, Problem } from '../../release/problem.ts';
import { beside, fileOfTarget, withoutDot } from '../files-beside.ts';
import type { ReleasesFolder } from '../read/read-releases.ts';
import { fold } from './attachments.ts';
import { bodyParts } from './body-parts.ts';
import type { CheckContext } from './context.ts';

/**
 * Files in the folder that the site passes over: releases under a name that nobody reads, another `archive.yml`, and documents
 * that no release names. What systems and office programs leave lying about is not worth a word.
 */
export function unreadFiles({ folder, known }: CheckContext): Problem[] {
  const named = namedFiles(folder);
  const broken = brokenTexts(folder, known);
  return [...folder.files.keys()].flatMap((below) => {
    const name = path.basename(below);
    if (named.has(fold(below)) || LITTER.test(name)) return [];
    const finding = asSettings(below) ?? asRelease(below, folder) ?? asDocument(below, folder, known);
    // A release with a fault may name the file; once the fault is mended, it is known.
    if (finding.rule === 'file-unused' && broken.get(path.dirname(below))?.some((text) => names(text, name))) return [];
    return [{ file: folder.shownAs(below), line: 1, severity: 'warning' as const, ...finding }];
  });
}

/** Of Windows, of macOS, and of office programs while a document is open. */
const LITTER = /^(?:thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r|~\$.*|readme(?:\.\w+)?|licen[cs]e(?:\.\w+)?)$/i;

/** What releases name, in the folded form: of what is written in another letter case or may not be published, others tell. */
function namedFiles(folder: ReleasesFolder): ReadonlySet<string> {
  // Most archives keep few files beside their releases.
  if (folder.files.size === 0) return new Set();
  const { logo } = folder.settings;
  const named = [...folder.releases, ...folder.incompleteDrafts].flatMap((release) => {
    const attached = (release.attachments ?? []).flatMap((entry) => ('file' in entry ? [entry.file] : []));
    const { links, pictures } = bodyParts(release);
    const written = [
      ...links.map((part) => fileOfTarget(part.written)),
      ...pictures.map((part) => withoutDot(part.written)),
    ];
    return [...attached, ...written].map((name) => fold(beside(release.id, name)));
  });
  return new Set([...named, ...(logo === undefined ? [] : [fold(logo)])]);
}

/** The texts of the releases that cannot be taken, by their folder. */
function brokenTexts(folder: ReleasesFolder, known: CheckContext['known']): ReadonlyMap<string, readonly string[]> {
  if (folder.files.size === 0) return new Map();
  const texts = new Map<string, string[]>();
  for (const id of folder.ids) {
    if (known.has(id)) continue;
    const place = path.dirname(id);
    texts.set(place, [...(texts.get(place) ?? []), folder.textOf(`${id}.md`)]);
  }
  return texts;
}

function names(text: string, name: string): boolean {
  return text.includes(name) || text.includes(encodeURI(name));
}

function asSettings(below: string): Finding | undefined {
  if (!/^archive(?: ?\(\d+\)| - copy)?\.ya?ml(?:\.txt|\.rtf|\.bak|~)?$/i.test(path.basename(below))) return undefined;
  return {
    rule: 'file-not-read',
    message: `${quote(path.basename(below))} is not read: the archive's own facts are in archive.yml in the releases folder itself.`,
    hint: 'Move what belongs there into that file, under exactly that name, and take this one out.',
  };
}

/** `x.md.txt`, as Notepad saves it, `x.markdown`, a backup, or a text that begins like a release. */
function asRelease(below: string, folder: ReleasesFolder): Finding | undefined {
  const name = path.basename(below);
  const plain = MARKDOWN.exec(name)?.[1] ?? (isRelease(below, folder) ? name.replace(/\.[^.]*$/, '') : undefined);
  if (plain === undefined) return undefined;
  const isThere =
    folder.files.has(path.join(path.dirname(below), `${plain}.md`)) ||
    folder.ids.includes(path.join(path.dirname(below), plain));
  const kind = ending(name);
  return {
    rule: 'file-not-read',
    message: `${quote(name)} looks like a release, but only files that end in .md are read; the site leaves it out.`,
    hint: isThere
      ? `There is a ${plain}.md too: move out of the folder the one that is not wanted.`
      : WORD_FILES.includes(kind)
        ? `Save it from its program as plain text in UTF-8, under the name ${plain}.md.`
        : `Rename it to ${plain}.md. Windows and macOS may hide the last part of a name; have them show it.`,
  };
}

const MARKDOWN =
  /^(.+?)(?:\.md(?:[ ._-]*(?:txt|text|rtf|rtfd|docx?|html?|pages|bak|old|orig|rej|save|tmp|temp|copy|icloud|download|part|crdownload|\(\d+\)|\d+|~)|~)+|\.(?:md~|markdown|mdown|mkdn?|mdwn|mdtxt|mdtext|mdx|mdoc|rmd|qmd))$/i;
const WORD_FILES = ['doc', 'docx', 'rtf', 'rtfd', 'pages', 'html', 'htm'];

/** A text of any other ending that begins with the facts of a release. */
function isRelease(below: string, folder: ReleasesFolder): boolean {
  const bytes = folder.files.get(below) ?? 0;
  if (bytes > 1024 * 1024 || mediaType(below)?.startsWith('text/') === false) return false;
  const head = folder.endsOf(below)?.head ?? '';
  return /^(?:\xef\xbb\xbf)?\s*---[ \t]*\r?\n/.test(head) && /^\s*(?:title|code|date)\s*:/im.test(head);
}

function asDocument(below: string, folder: ReleasesFolder, known: CheckContext['known']): Finding {
  const name = path.basename(below);
  const owner = below.replace(/\.[^./]*$/, '');
  const hasRelease = known.has(owner);
  const published = mediaType(name) !== undefined;
  const isImported = IMPORTED.includes(ending(name));
  return {
    rule: 'file-unused',
    message: `No release names ${quote(name)}, so it is not published.`,
    hint: !published
      ? isImported
        ? 'Make a release of it with npm run import, or move it out of the releases folder.'
        : 'Move it out of the releases folder, or save it as a PDF and attach that.'
      : hasRelease
        ? `Write attachments: ${name} into ${path.basename(folder.fileOf(owner))}, or move it out of the releases folder.`
        : `Write its name under attachments: of its release,${isImported ? ' make a release of it with npm run import,' : isPicture(name) ? ' show it in its text,' : ''} or move it out of the folder.`,
  };
}

/** What an import makes a release of. */
const IMPORTED = ['pdf', 'docx', 'txt', 'htm', 'html', 'xhtml', 'mht', 'mhtml', 'eml', 'msg', 'text'];
