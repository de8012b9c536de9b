import { hash } from 'node:crypto';
import { accessSync, constants, lstatSync, readFileSync, readdirSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { portabilityFault } from '../release/file-name.ts';
import { readFrontMatter } from '../release/front-matter.ts';
import { parseRelease } from '../release/parse.ts';
import { compareText, quote, type Finding, type Problem } from '../release/problem.ts';
import type { Release } from '../release/schema.ts';
import type { Lock } from './lock.ts';
import { digestReader } from './read-digest.ts';
import { readLock } from './read-lock.ts';
import { parseSettings, type ParsedSettings, type Settings } from './settings.ts';

/** Everything that lies in a releases folder. */
export interface ReleasesFolder {
  /** Absolute path of the folder. */
  readonly root: string;
  /** Releases without errors, by id in the order of code units; drafts among them. */
  readonly releases: readonly Release[];
  readonly settings: Settings;
  /** Sizes in bytes of all other files, by their path below the folder with `/`. */
  readonly files: ReadonlyMap<string, number>;
  /** Problems of single files; `checkArchive` finds those across files. */
  readonly problems: readonly Problem[];
  /** Ids of all files that were read as releases, wrong ones too, in the order of code units. */
  readonly ids: readonly string[];
  /** The path of a release's file as problems show it. */
  readonly fileOf: (id: string) => string;
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
  /** The path of `archive.yml` as problems show it. */
  readonly settingsFile: string;
  /** The line of a field in `archive.yml`, or 1. */
  readonly settingsLineOf: (field: string) => number;
}

const LARGEST_RELEASE = 10 * 1024 * 1024;

/**
 * Reads a releases folder: the only reader of releases. What it cannot take is a problem, never an exception.
 * `shown` is the folder as problems name it. Throws when the folder itself is not there.
 */
export function readReleases(root: string, shown: string): ReleasesFolder {
  const problems: Problem[] = [];
  const report = (below: string, finding: Finding & { line?: number }): void => {
    problems.push({ file: joinShown(shown, below), line: 1, severity: 'error', ...finding });
  };
  const found = walk(root, report);
  const digests = new Map<string, string>();
  const releases: Release[] = [];
  const ids: string[] = [];
  const settingsFile = joinShown(shown, 'archive.yml');
  let settings: ParsedSettings = { settings: {}, problems: [], lines: new Map() };
  for (const below of found.texts) {
    const note = (bytes: Buffer): void => void digests.set(below, hash('sha256', bytes));
    const text = readText(path.join(root, below), (finding) => report(below, finding), note);
    const file = joinShown(shown, below);
    if (below === 'archive.yml') {
      if (text === undefined) continue;
      settings = parseSettings(file, text);
      problems.push(...settings.problems);
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
    const parsed = parseRelease(file, text, id);
    problems.push(...parsed.problems);
    if (parsed.release && !fault) releases.push(parsed.release);
  }
  const fileOf = (id: string): string => joinShown(shown, `${id}.md`);
  const locate = locator(root);
  const seals = readLock(root, shown);
  problems.push(...seals.problems);
  return {
    root,
    releases,
    settings: settings.settings,
    files: found.files,
    problems,
    ids,
    fileOf,
    lineOf: (id, field) => locate(id).lineOf(field),
    bodyLineOf: (id) => locate(id).bodyLine,
    settingsFile,
    settingsLineOf: (field) => settings.lines.get(field) ?? 1,
    ...(seals.lock ? { lock: seals.lock } : {}),
    digestOf: digestReader(root, digests),
  };
}

interface Places {
  readonly lineOf: (field: string) => number;
  readonly bodyLine: number;
}

/** Finds places in files for problems, which are few; the lines of all files would fill the memory. */
function locator(root: string): (id: string) => Places {
  let last: { id: string; places: Places } | undefined;
  return (id) => {
    if (last?.id !== id) last = { id, places: placesIn(readText(path.join(root, `${id}.md`), () => undefined) ?? '') };
    return last.places;
  };
}

function placesIn(text: string): Places {
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
      if (entry.isSymbolicLink()) report(below, symbolicLink);
      else if (entry.isDirectory()) visit(below);
      else if (!entry.isFile()) report(below, notAFile);
      else if (/\.md$/i.test(entry.name) || below === 'archive.yml') texts.push(below);
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

/** The text of a file with `\n` as line end and without a byte order mark, or `undefined` with a finding. */
function readText(
  file: string,
  report: (finding: Finding & { line?: number }) => void,
  note: (bytes: Buffer) => void = () => undefined,
): string | undefined {
  let bytes: Buffer;
  try {
    if (lstatSync(file).size > LARGEST_RELEASE) {
      report(tooLarge);
      return undefined;
    }
    bytes = readFileSync(file);
    note(bytes);
  } catch (error) {
    report(unreadable(error));
    return undefined;
  }
  try {
    const decoded = STRICT.decode(bytes);
    const text = decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded;
    const zero = text.indexOf('\0');
    if (zero === -1) return text;
    report({ ...holdsZero, line: text.slice(0, zero).split('\n').length });
  } catch {
    report(notUtf8(bytes));
  }
  return undefined;
}

const STRICT = new TextDecoder('utf-8', { fatal: true });

/** Why an id cannot be an address that works on every system, or `undefined`. */
function idFault(id: string): Finding | undefined {
  const segments = id.split('/');
  const wrong = segments.find((segment) => !/^[A-Za-z0-9_-]+(?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?$/.test(segment));
  const last = segments.at(-1) ?? '';
  const better = (segment: string) =>
    segment
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[^A-Za-z0-9_.-]+/g, '-')
      .replace(/^[-.]+|[-.]+$/g, '') || 'release';
  if (wrong !== undefined) {
    return {
      rule: 'id-unportable',
      message: `The name ${quote(wrong)} cannot be part of an address on every system.`,
      hint: `Rename it with letters a to z, digits, hyphens and inner dots: ${better(wrong)}${wrong === last ? '.md' : ''}.`,
    };
  }
  if (/^\d+$/.test(last)) {
    return {
      rule: 'id-unportable',
      message: `The name ${quote(`${last}.md`)} holds digits only; such addresses are pages of lists.`,
      hint: `Rename it with a word in it, for example ${last}-release.md.`,
    };
  }
  const reserved = segments.find((segment) => portabilityFault(segment) !== undefined);
  const ending = segments.find((segment) => /\.(md|html?|xml|json)$/i.test(segment));
  if (reserved !== undefined || ending !== undefined) {
    return {
      rule: 'id-unportable',
      message: `The name ${quote(reserved ?? ending ?? '')} ${reserved === undefined ? 'ends like a file that the site itself makes' : portabilityFault(reserved)}.`,
      hint: 'Rename it with a date and a few words, for example 2020-07-30-first-metal.md.',
    };
  }
  return undefined;
}

function endsInCapitals(below: string): Finding {
  const name = path.posix.basename(below);
  return {
    rule: 'id-unportable',
    message: `The name ${quote(name)} ends in capitals; some systems would look for another file.`,
    hint: `Rename it to ${name.slice(0, -'.md'.length)}.md.`,
  };
}

function joinShown(shown: string, below: string): string {
  return shown === '' || shown === '.' ? below : `${shown.replace(/\/+$/, '')}/${below}`;
}

function notUtf8(bytes: Buffer): Finding & { line: number } {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  let line = 1;
  for (let start = 0; !utf16 && start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end === -1 ? bytes.length : end + 1;
    try {
      STRICT.decode(bytes.subarray(start, stop));
    } catch {
      break;
    }
    start = stop;
  }
  return {
    line,
    rule: 'not-utf8',
    message: utf16
      ? 'The file is saved as UTF-16, not as UTF-8.'
      : 'This line holds bytes that are not UTF-8; the file was saved in another encoding.',
    hint: 'Open the file in an editor and save it with the encoding UTF-8; look at quotation marks, dashes and accents.',
  };
}

const holdsZero: Finding = {
  rule: 'control-character',
  message: 'This line holds a NUL byte, which no page can show.',
  hint: 'Save the text again from the program that it came from, as plain text in UTF-8.',
};

const tooLarge: Finding = {
  rule: 'file-too-large',
  message: `The file is larger than ${LARGEST_RELEASE / 1024 / 1024} MB, the most that one release may hold.`,
  hint: 'Attach the long document as a PDF beside the release and keep the text in the file short.',
};

const symbolicLink: Finding = {
  rule: 'symbolic-link',
  message: 'This is a symbolic link; it might lead out of the releases folder, so it is not followed.',
  hint: 'Put the file itself in its place.',
};

const notAFile: Finding = {
  rule: 'not-a-file',
  message: 'This is neither a file nor a folder.',
  hint: 'Take it out of the releases folder.',
};

function unreadable(error: unknown): Finding {
  const code = (error as NodeJS.ErrnoException).code ?? String(error); // node:fs throws these
  const gone = code === 'ENOENT';
  return {
    rule: 'file-unreadable',
    message: gone ? 'The file vanished while the folder was read.' : `The file cannot be read (${code}).`,
    hint: gone ? 'Wait until nothing else changes the folder, and start again.' : 'Check who may read it.',
  };
}
