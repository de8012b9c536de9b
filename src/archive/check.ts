import { isPicture } from '../release/file-name.ts';
import { compareProblems, compareText, quote, type Finding, type Problem } from '../release/problem.ts';
import { referencesOf, shownAsText } from '../release/render.ts';
import type { Release } from '../release/schema.ts';
import { longDay } from '../release/sydney-time.ts';
import { knownType, nearestType } from '../release/types.ts';
import { nearest } from '../release/nearest.ts';
import { compareReleases } from './archive.ts';
import { beside, withoutDot } from './files.ts';
import type { ReleasesFolder } from './read.ts';
import { sealProblems } from './seal.ts';
import { resolveIn } from './resolve.ts';
import { createUrls } from './urls.ts';

/**
 * All problems of a folder, sorted: those of single files and those across files.
 * `now` is the moment of the check in milliseconds since 1970 UTC; a release dated later is refused.
 */
export function checkArchive(folder: ReleasesFolder, now: number): Problem[] {
  const known = new Map(folder.releases.map((release) => [release.id, release]));
  const problems = [...folder.problems];
  for (const release of folder.releases) {
    const add: Add = (field, severity, finding) => {
      const line = field === undefined ? (finding.line ?? 1) : folder.lineOf(release.id, field);
      problems.push({ file: folder.fileOf(release.id), line, ...(field ? { field } : {}), severity, ...finding });
    };
    checkDate(release, now, add);
    checkTypes(release, add);
    checkAttachments(release, folder, add);
    checkRelations(release, known, add);
    checkText(release, folder, known, add);
  }
  const round = circles(folder, known);
  const files = new Set(round.flatMap((circle) => circle.members.map((id) => folder.fileOf(id))));
  // In a circle some release is always older than what it corrects; the circle says it all.
  const others = problems.filter((problem) => problem.rule !== 'correction-older' || !files.has(problem.file));
  const across = [
    ...sameAddress(folder),
    ...aliasProblems(folder, known),
    ...round.map((circle) => circle.problem),
    ...sealProblems(folder),
  ];
  return [...others, ...across].toSorted(compareProblems);
}

type Add = (field: string | undefined, severity: Problem['severity'], finding: Finding & { line?: number }) => void;

function checkDate(release: Release, now: number, add: Add): void {
  if (release.date.instant <= now) return;
  add('date', 'error', {
    rule: 'date-future',
    message: `The release is dated ${longDay(release.date.day)}${release.date.time ? ` ${release.date.time}` : ''}, which is still to come.`,
    hint: 'Correct the date, or mark the release as draft: true until it is announced.',
  });
}

function checkTypes(release: Release, add: Add): void {
  (release.types ?? []).forEach((slug, index) => {
    if (knownType(slug)) return;
    const near = nearestType(slug);
    add(`types.${index}`, 'warning', {
      rule: 'type-unknown',
      message: `${quote(slug)} is not one of the exchange's announcement types; the release is listed under it as it stands.`,
      hint: near ? `Write ${near.slug}, if "${near.name}" is meant.` : 'docs/release-format.md lists all types.',
    });
  });
}

function checkAttachments(release: Release, folder: ReleasesFolder, add: Add): void {
  (release.attachments ?? []).forEach((entry, index) => {
    if (!('file' in entry)) return;
    const finding = missingFile(release.id, entry.file, folder.files);
    if (finding) add(`attachments.${index}`, 'error', finding);
  });
}

/** Why a named file cannot be published: it is not there, or only under another letter case. */
function missingFile(id: string, name: string, files: ReadonlyMap<string, number>): Finding | undefined {
  const below = beside(id, name);
  if (files.has(below)) return undefined;
  const folder = beside(id, '.');
  const present = [...files.keys()].filter((file) => file === beside(`${folder}/x`, file.split('/').at(-1) ?? ''));
  const names = present.map((file) => file.split('/').at(-1) ?? '');
  const other = names.find((file) => file.normalize('NFC').toLowerCase() === name.normalize('NFC').toLowerCase());
  if (other !== undefined) {
    return {
      rule: 'attachment-case',
      message: `${quote(name)} is written ${quote(other)} on the disk; most servers tell the two apart.`,
      hint: `Write ${other}, or rename the file.`,
    };
  }
  const near = nearest(name, names);
  return {
    rule: 'attachment-missing',
    message: `There is no file ${quote(name)} beside the release.`,
    hint: near
      ? `Write ${near}, if that is meant, or put the file there.`
      : 'Put the file beside the release, or take the line out.',
  };
}

function checkRelations(release: Release, known: ReadonlyMap<string, Release>, add: Add): void {
  (release.corrects ?? []).forEach((correction, index) => {
    const field = `corrects.${index}.release`;
    const original = known.get(correction.release);
    if (!original) add(field, 'error', notThere('correction-target-missing', correction.release, known));
    else if (original.draft === true && release.draft !== true) add(field, 'error', isDraft(original.id));
    else if (original.id !== release.id && compareReleases(release, original) < 0) {
      add(field, 'error', {
        rule: 'correction-older',
        message: `This release is older than ${quote(original.id)}, which it is said to correct.`,
        hint: 'Correct one of the two dates, or name the release that is meant.',
      });
    }
  });
  (release.related ?? []).forEach((id, index) => {
    const other = known.get(id);
    if (!other) add(`related.${index}`, 'error', notThere('related-missing', id, known));
    else if (other.draft === true && release.draft !== true) add(`related.${index}`, 'error', isDraft(id));
  });
}

function notThere(rule: string, id: string, known: ReadonlyMap<string, Release>): Finding {
  const near = nearest(id, known.keys());
  return {
    rule,
    message: `There is no release ${quote(id)} in the archive.`,
    hint: near
      ? `Write ${near}, if that is meant.`
      : 'Write the path of its file below the releases folder, without .md, for example 2020/2020-07-30-first-metal.',
  };
}

function isDraft(id: string): Finding {
  return {
    rule: 'relation-to-draft',
    message: `${quote(id)} is a draft, so readers would be led to a page that is not there.`,
    hint: 'Publish the other release first, or mark this one as draft: true too.',
  };
}

function checkText(release: Release, folder: ReleasesFolder, known: ReadonlyMap<string, Release>, add: Add): void {
  const first = firstBodyLine(release, folder);
  for (const piece of new Set(shownAsText(release.body))) {
    add(undefined, 'warning', {
      line: first(piece),
      rule: 'html-shown-as-text',
      message: `${quote(piece)} is HTML; the page shows it as text.`,
      hint: 'Write it as Markdown, or put a backslash before < if it is meant as text.',
    });
  }
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const control = /[\u0001-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/.exec(release.body);
  if (control) {
    add(undefined, 'warning', {
      line: first(control[0]),
      rule: 'control-character-in-text',
      message: `The text holds a control character (${quote(control[0])}), which readers cannot see; pages and feeds leave it out.`,
      hint: 'Delete it; text copied from a PDF often holds form feeds between pages.',
    });
  }
  const { links, pictures } = referencesOf(release.body);
  const resolve = resolveIn(release, { release: (id) => known.has(id), files: folder.files }, createUrls(NOWHERE));
  for (const target of new Set(links)) {
    if (resolve.link(target) !== undefined) continue;
    add(undefined, 'warning', {
      line: first(target),
      rule: 'link-dead',
      message: `The link to ${quote(target)} leads nowhere; the page shows its words without a link.`,
      hint: 'Link to a whole address with https://, to a file beside the release, or to another release by its file name.',
    });
  }
  for (const target of new Set(pictures)) {
    if (resolve.picture(target) !== undefined) continue;
    const name = withoutDot(target);
    const outside = !isPicture(name) || /[/\\:]/.test(name);
    const finding = outside ? undefined : missingFile(release.id, name, folder.files);
    add(undefined, 'error', {
      line: first(target),
      rule: 'image-missing',
      message:
        finding?.message ?? `${quote(target)} is not a picture beside the release; nothing is loaded from elsewhere.`,
      hint:
        finding?.hint ?? 'Put the picture (png, jpg, gif, webp or avif) beside the release and write its name alone.',
    });
  }
}

const NOWHERE = { origin: 'https://example.invalid', base: '/' };

/** Finds the line of a piece of the text in its file. */
function firstBodyLine(release: Release, folder: ReleasesFolder): (piece: string) => number {
  let start: number | undefined;
  return (piece) => {
    start ??= folder.bodyLineOf(release.id);
    const at = release.body.indexOf(piece);
    return at === -1 ? start : start + release.body.slice(0, at).split('\n').length - 1;
  };
}

/** Two files that some systems cannot tell apart would become one page. */
function sameAddress(folder: ReleasesFolder): Problem[] {
  const groups = Map.groupBy(folder.ids, (id) => id.normalize('NFC').toLowerCase());
  return [...groups.values()].flatMap((ids) =>
    ids.slice(1).map((id) => ({
      file: folder.fileOf(id),
      line: 1,
      rule: 'id-duplicate',
      severity: 'error' as const,
      message: `The name differs from ${quote(folder.fileOf(ids[0] ?? ''))} by letter case or accents alone; some systems hold one of them only.`,
      hint: 'Rename one of the two files.',
    })),
  );
}

/** An alias must not stand where the site has a page, and must be given once. */
function aliasProblems(folder: ReleasesFolder, known: ReadonlyMap<string, Release>): Problem[] {
  const owners = new Map<string, string>();
  return folder.releases
    .toSorted((a, b) => compareText(a.id, b.id))
    .flatMap((release) =>
      (release.aliases ?? []).flatMap((alias, index) => {
        const field = `aliases.${index}`;
        const place = {
          file: folder.fileOf(release.id),
          line: folder.lineOf(release.id, field),
          field,
          severity: 'error' as const,
        };
        const plain = alias
          .toLowerCase()
          .replace(/(index\.html)?$/, '')
          .replace(/^\/|\/$/g, '');
        const owner = owners.get(plain);
        owners.set(plain, release.id);
        if (owner !== undefined) {
          return [
            {
              ...place,
              rule: 'alias-duplicate',
              message: `The old address ${quote(alias)} is also given by ${quote(owner)}.`,
              hint: 'Keep it in the release to which it led.',
            },
          ];
        }
        const page = pageAt(plain, known);
        return page
          ? [
              {
                ...place,
                rule: 'alias-taken',
                message: `The old address ${quote(alias)} would hide ${page} of this site.`,
                hint: 'Take it out; aliases are for addresses that the site no longer has.',
              },
            ]
          : [];
      }),
    );
}

const OWN_FOLDERS = [
  'types',
  'companies',
  'price-sensitive',
  'corrections',
  'search',
  'feeds',
  'archive',
  'data',
  'pagefind',
  '_astro',
  '.well-known',
];

function pageAt(plain: string, known: ReadonlyMap<string, Release>): string | undefined {
  const [first = '', ...rest] = plain.split('/');
  if (plain === '') return 'the home page';
  if (OWN_FOLDERS.includes(first)) return `the folder /${first}/`;
  if (rest.length === 0 && /\.|^sha256sums$|^_/.test(first)) return `the file /${first}`;
  if (first !== 'releases') return undefined;
  const id = rest.join('/');
  if (id === '' || /^\d+(\/\d+)?(\/.*\.(xml|json))?$/.test(id)) return 'a list';
  const lower = [...known.keys()].find((other) => {
    const taken = other.toLowerCase();
    return id === taken || id.startsWith(`${taken}/`) || id === `${taken}.md` || taken.startsWith(`${id}/`);
  });
  return lower === undefined ? undefined : `the release ${quote(lower)}`;
}

/** Corrections that lead round in a circle, each told once, at its first member by id. */
function circles(
  folder: ReleasesFolder,
  known: ReadonlyMap<string, Release>,
): { members: readonly string[]; problem: Problem }[] {
  const found: { members: readonly string[]; problem: Problem }[] = [];
  const done = new Set<string>();
  for (const release of folder.releases.toSorted((a, b) => compareText(a.id, b.id))) {
    const path: string[] = [];
    const visit = (id: string): void => {
      const from = path.indexOf(id);
      if (from !== -1) {
        const circle = path.slice(from);
        if (circle.some((member) => done.has(member))) return;
        for (const member of circle) done.add(member);
        const first = circle.toSorted(compareText)[0] ?? id;
        const problem: Problem = {
          file: folder.fileOf(first),
          line: folder.lineOf(first, 'corrects'),
          field: 'corrects',
          rule: 'correction-circle',
          severity: 'error',
          message:
            circle.length === 1
              ? 'The release is said to correct itself.'
              : `These releases correct each other in a circle: ${circle.join(', ')}.`,
          hint: 'A correction names an earlier release; take one of the lines out.',
        };
        found.push({ members: circle, problem });
        return;
      }
      if (path.length > 1000) return;
      path.push(id);
      for (const correction of known.get(id)?.corrects ?? []) visit(correction.release);
      path.pop();
    };
    if (release.corrects && !done.has(release.id)) visit(release.id);
  }
  return found;
}
