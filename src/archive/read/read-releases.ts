import { hash } from 'node:crypto';
import { accessSync, constants, lstatSync, readdirSync, type Dirent } from 'node:fs';
import path from 'node:path';
import type { FileEnds } from '../../release/file-content.ts';
import { readFrontMatter } from '../../release/front-matter.ts';
import { parseRelease } from '../../release/parse.ts';
import { compareText } from '../../text/compare-text.ts';
import type { Finding, Problem } from '../../release/problem.ts';
import type { WholeDraft, WholeRelease } from '../../release/schema.ts';
import { endsInCapitals, idFault } from '../id-fault.ts';
import type { Lock } from '../seal/lock.ts';
import { joinShown } from './place.ts';
import { digestReader } from './read-digest.ts';
import { readEnds } from './read-ends.ts';
import type { Parse } from './remember-parsed.ts';
import { notAFile, RELEASE_LIMIT, SETTINGS_LIMIT, symbolicLink, unreadable } from './read-findings.ts';
import { LOCK_INSIDE, readLock } from '../seal/read-lock.ts';
import { readAnyText, readText } from './read-text.ts';
import { readLogo } from './read-logo.ts';
import type { Settings } from '../settings-schema.ts';
import { parseSettings, type ParsedSettings } from '../settings.ts';

/** Everything that lies in a releases folder. */
export interface ReleasesFolder {
  /** Absolute path of the folder. */
  readonly root: string;
  /** Releases without errors, by id in the order of code units; drafts among them. */
  readonly releases: readonly WholeRelease[];
  /** Drafts without errors that lack their code or date, in the same order. */
  readonly incompleteDrafts: readonly WholeDraft[];
  readonly settings: Settings;
  /** Sizes in bytes of all other files, by their path below the folder with `/`. */
  readonly files: ReadonlyMap<string, number>;
  /** Problems of single files; `checkArchive` finds those across files. */
  readonly problems: readonly Problem[];
  /** Ids of all files that were read as releases, wrong ones too, in the order of code units. */
  readonly ids: readonly string[];
  /** The path of a release's file as problems show it. */
  readonly fileOf: (id: string) => string;
  /** Any path below the folder as problems show it. */
  readonly shownAs: (below: string) => string;
  /** The line of a field in a release's file; where it is not there, of the field around it or of the end of the front matter. Reads the file again. */
  readonly lineOf: (id: string, field: string) => number;
  /** The line in a release's file on which its text begins. Reads the file again. */
  readonly bodyLineOf: (id: string) => number;
  /** The seals of the releases, where the archive has them. */
  readonly lock?: Lock;
  /**
   * SHA-256 of a file in hexadecimal digits, by its path below the folder: of a release as it was read,
   * of another file as it was when first asked for. An empty text where it cannot be read.
   */
  readonly digestOf: (below: string) => string;
  /** The text of a file by its path below the folder, whatever it holds; empty where it cannot be read. */
  readonly textOf: (below: string) => string;
  /** The beginning and the end of a file by its path below the folder; `undefined` where it cannot be read. */
  readonly endsOf: (below: string) => FileEnds | undefined;
  /** The digests that are known so far; `digestOf` adds to them. */
  readonly digests: Map<string, string>;
  /** The path of `archive.yml` as problems show it. */
  readonly settingsFile: string;
  /** The line of a field in `archive.yml`, or 1. */
  readonly settingsLineOf: (field: string) => number;
}

/**
 * Reads a releases folder: the only reader of releases. What it cannot take is a problem, never an exception.
 * `shown` is the folder as problems name it; `parse` may be `rememberParsed()`. Throws when the folder itself is not there.
 */
export function readReleases(root: string, shown: string, parse: Parse = parseRelease): ReleasesFolder {
  const problems: Problem[] = [];
  const report = (below: string, finding: Finding & { line?: number }): void => {
    problems.push({ file: joinShown(shown, below), line: 1, severity: 'error', ...finding });
  };
  const found = walk(root, report);
  const digests = new Map<string, string>();
  const releases: WholeRelease[] = [];
  const incompleteDrafts: WholeDraft[] = [];
  const ids: string[] = [];
  const settingsFile = joinShown(shown, SETTINGS);
  let settings: ParsedSettings = { settings: {}, problems: [], lines: new Map() };
  for (const below of found.texts) {
    const note = (bytes: Buffer): void => void digests.set(below, hash('sha256', bytes));
    const limit = below === SETTINGS ? SETTINGS_LIMIT : RELEASE_LIMIT;
    const text = readText(root, below, limit, (finding) => report(below, finding), note);
    const file = joinShown(shown, below);
    if (below === SETTINGS) {
      if (text === undefined) continue;
      settings = parseSettings(file, text);
      for (const problem of settings.problems) problems.push(problem);
      const logo = readLogo(root, settings.settings.logo);
      if (logo) report(below, { ...logo, line: settings.lines.get('logo') ?? 1 });
      continue;
    }
    const id = below.slice(0, -'.md'.length);
    if (!below.endsWith('.md')) {
      report(below, endsInCapitals(below));
      continue;
    }
    ids.push(id);
    const fault = idFault(id);
    if (fault) report(below, fault);
    if (text === undefined) continue;
    const parsed = parse(file, text, id);
    // One by one: there may be more of them than a call takes arguments.
    for (const problem of parsed.problems) problems.push(problem);
    if (fault) continue;
    if (parsed.release) releases.push(parsed.release);
    if (parsed.draft) incompleteDrafts.push(parsed.draft);
  }
  const fileOf = (id: string): string => joinShown(shown, `${id}.md`);
  const locate = locator(root);
  const seals = readLock(root, shown);
  for (const problem of seals.problems) problems.push(problem);
  return {
    root,
    releases,
    incompleteDrafts,
    settings: settings.settings,
    files: found.files,
    problems,
    ids,
    fileOf,
    shownAs: (below) => joinShown(shown, below),
    lineOf: (id, field) => locate(id).lineOf(field),
    bodyLineOf: (id) => locate(id).bodyLine,
    settingsFile,
    settingsLineOf: (field) => settings.lines.get(field) ?? 1,
    ...(seals.lock ? { lock: seals.lock } : {}),
    digestOf: digestReader(root, digests),
    textOf: (below) => readAnyText(root, below),
    endsOf: (below) => readEnds(root, below),
    digests,
  };
}

/**
 * The settings of a releases folder by themselves, as far as they hold; empty where there are none. What is wrong with them,
 * `readReleases` says.
 */
export function readSettings(root: string): Settings {
  const text = readText(root, SETTINGS, SETTINGS_LIMIT, () => undefined);
  return text === undefined ? {} : parseSettings(SETTINGS, text).settings;
}

const SETTINGS = 'archive.yml';

interface Places {
  readonly lineOf: (field: string) => number;
  readonly bodyLine: number;
}

/** Finds places in files for problems, which are few; the lines of all files would fill the memory. */
function locator(root: string): (id: string) => Places {
  let last: { id: string; places: Places } | undefined;
  return (id) => {
    if (last?.id === id) return last.places;
    const text = readText(root, `${id}.md`, RELEASE_LIMIT, () => undefined);
    last = { id, places: placesIn(text ?? '') };
    return last.places;
  };
}

/** Where the fields and the text of a release stand in the text of its file; line 1 where that cannot be read. */
export function placesIn(text: string): Places {
  const block = readFrontMatter(text);
  if ('findings' in block) return { lineOf: () => 1, bodyLine: 1 };
  const rest = text.split('\n').slice(block.lastLine);
  const first = rest.findIndex((line) => !/^[ \t]*$/.test(line));
  return {
    lineOf: (field) => block.lines.get(field) ?? block.lines.get(field.split('.')[0] ?? '') ?? block.lastLine,
    bodyLine: block.lastLine + 1 + Math.max(0, first),
  };
}

interface Found {
  /** Releases and `archive.yml`, in the order of code units. */
  readonly texts: readonly string[];
  readonly files: ReadonlyMap<string, number>;
}

function walk(root: string, report: (below: string, finding: Finding) => void): Found {
  const texts: string[] = [];
  const files = new Map<string, number>();
  const visit = (folder: string): void => {
    let entries: Dirent[];
    try {
      entries = readdirSync(path.join(root, folder), { withFileTypes: true });
    } catch (error) {
      if (folder === '') throw error;
      report(folder, unreadable(error));
      return;
    }
    for (const entry of entries.toSorted((a, b) => compareText(a.name, b.name))) {
      if (/^[._]/.test(entry.name) || /^readme\.md$/i.test(entry.name)) continue;
      const below = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (below === LOCK_INSIDE) continue;
      if (entry.isSymbolicLink()) report(below, symbolicLink);
      else if (entry.isDirectory()) visit(below);
      else if (!entry.isFile()) report(below, notAFile);
      else if (/\.md$/i.test(entry.name) || below === SETTINGS) texts.push(below);
      else
        files.set(
          below,
          size(path.join(root, below), (finding) => report(below, finding)),
        );
    }
  };
  visit('');
  return { texts: texts.toSorted(compareText), files };
}

function size(file: string, report: (finding: Finding) => void): number {
  try {
    // Said now, and not when the finished site is put together.
    accessSync(file, constants.R_OK);
    return lstatSync(file).size;
  } catch (error) {
    report(unreadable(error));
    return 0;
  }
}
