import { compareText } from '../../text/compare-text.ts';
import { quoteWhole } from '../../text/quote.ts';
import type { Problem } from '../../release/problem.ts';
import type { WholeRelease } from '../../release/schema.ts';
import { fold } from './attachments.ts';
import type { ReleasesFolder } from '../read/read-releases.ts';

/**
 * The same release in two files: one headline, code and time, or one day where the text is the same too. What has another
 * document, another text without a time, or a relation to the first is another release: companies lodge several of one name
 * at once. Of two the later by its id is told of; where `only` is given, that one alone, whichever it is.
 */
export function sameReleases(
  all: readonly WholeRelease[],
  folder: ReleasesFolder,
  only: WholeRelease | undefined = undefined,
): Problem[] {
  // Letter by letter headlines are compared only where the day and the company are the same.
  const dayOf = ({ date, code }: WholeRelease): string => `${date.day} ${code[0]}`;
  const ofDay = Map.groupBy(only ? all.filter((one) => dayOf(one) === dayOf(only)) : all, dayOf);
  const groups = [...ofDay.values()].flatMap((releases) =>
    releases.length === 1 ? [] : [...Map.groupBy(releases, ({ title }) => plain(title)).values()],
  );
  return groups.flatMap((group) => {
    if (group.length === 1) return [];
    const releases = group.toSorted((a, b) => compareText(a.id, b.id));
    return releases.flatMap((release, at) => {
      if (only !== undefined && release !== only) return [];
      const other = (only ? releases : releases.slice(0, at)).find((one) => one !== release && isSame(one, release));
      return other ? [problem(release, other, folder)] : [];
    });
  });
}

function isSame(a: WholeRelease, b: WholeRelease): boolean {
  // A draft of what is published may become its correction.
  if (a.draft === true || b.draft === true) return false;
  // Of names that some systems cannot tell apart another rule tells.
  if (named(a, b) || named(b, a) || fold(a.id) === fold(b.id)) return false;
  if (a.date.time !== undefined && b.date.time !== undefined) {
    if (a.date.instant !== b.date.instant && !(sameMinute(a, b) && sameText(a, b))) return false;
  } else if (!sameText(a, b)) return false;
  return !differ(a.source?.exchangeId, b.source?.exchangeId) && !differ(documents(a), documents(b));
}

function sameText(a: WholeRelease, b: WholeRelease): boolean {
  return plain(a.body) === plain(b.body);
}

function sameMinute(a: WholeRelease, b: WholeRelease): boolean {
  return a.date.time?.slice(0, 5) === b.date.time?.slice(0, 5);
}

/** True where both are given, and not the same. */
function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

function documents({ attachments }: WholeRelease): string | undefined {
  return attachments?.map((entry) => ('file' in entry ? entry.file : entry.url)).join('\n');
}

function named(release: WholeRelease, other: WholeRelease): boolean {
  const corrected = (release.corrects ?? []).map((one) => one.release);
  return [...corrected, ...(release.related ?? [])].includes(other.id);
}

/** A headline or text as its letters and digits: a copy often differs by quotation marks, spaces or a last full stop. */
function plain(text: string): string {
  return text.toLowerCase().replace(SIGNS, '');
}

// Ranges are quicker than properties of Unicode; letters of all scripts are left.
const SIGNS = /[^a-z0-9\u00c0-\u1fff\u2c00-\u2fff\u3040-\uffff]+/g;

function problem(release: WholeRelease, other: WholeRelease, folder: ReleasesFolder): Problem {
  const sameTime = release.date.time !== undefined && release.date.instant === other.date.instant;
  return {
    file: folder.fileOf(release.id),
    line: folder.lineOf(release.id, 'title'),
    field: 'title',
    rule: 'release-twice',
    severity: 'warning',
    message: `The headline, the code and the ${sameTime ? 'time' : 'day'} are those of ${quoteWhole(folder.fileOf(other.id))}${sameText(release, other) ? ', and so is the text' : ''}.`,
    hint: 'Delete one of the two files; if both were announced, name the other under related:.',
  };
}
