import { NotAPlainFile } from '../../files/read-plain-file.ts';
import type { Finding } from '../../release/problem.ts';

// What can be wrong with a file of a releases folder before anything in it is understood.

/** The line is added by who found it. */
export const holdsZero: Finding = {
  rule: 'control-character',
  message: 'This line holds a NUL byte, which no page can show.',
  hint: 'Save the text again from the program that it came from, as plain text in UTF-8.',
};

/** `utf16` where the file begins with the mark of that encoding. */
export function notUtf8(utf16: boolean): Finding {
  return {
    rule: 'not-utf8',
    message: utf16
      ? 'The file is saved as UTF-16, not as UTF-8.'
      : 'This line holds bytes that are not UTF-8; the file was saved in another encoding.',
    hint: 'Open the file in an editor and save it with the encoding UTF-8; look at quotation marks, dashes and accents.',
  };
}

/** The most that a file of some kind may hold. */
export interface SizeLimit {
  readonly bytes: number;
  readonly finding: Finding;
}

export const RELEASE_LIMIT: SizeLimit = {
  bytes: 10 * 1024 * 1024,
  finding: {
    rule: 'file-too-large',
    message: 'The file is larger than 10 MB, the most that one release may hold.',
    hint: 'Attach the long document as a PDF beside the release and keep the text in the file short.',
  },
};

/** Every company that was ever listed, with its former names, takes less than half of it. */
export const SETTINGS_LIMIT: SizeLimit = {
  bytes: 2 * 1024 * 1024,
  finding: {
    rule: 'file-too-large',
    message: 'archive.yml is larger than 2 MB, the most that it may hold.',
    hint: 'Keep only the companies that have releases in the archive.',
  },
};

export const symbolicLink: Finding = {
  rule: 'symbolic-link',
  message: 'This is a symbolic link; it might lead out of the releases folder, so it is not followed.',
  hint: 'Put the file itself in its place.',
};

export const notAFile: Finding = {
  rule: 'not-a-file',
  message: 'This is neither a file nor a folder.',
  hint: 'Take it out of the releases folder.',
};

/** `error` is a `NotAPlainFile` or one of `node:fs`. */
export function unreadable(error: unknown): Finding {
  if (error instanceof NotAPlainFile) return error.what === 'link' ? symbolicLink : notAFile;
  const code = (error as NodeJS.ErrnoException).code ?? String(error); // node:fs throws these
  const gone = code === 'ENOENT';
  return {
    rule: 'file-unreadable',
    message: gone ? 'The file vanished while the folder was read.' : `The file cannot be read (${code}).`,
    hint: gone ? 'Wait until nothing else changes the folder, and start again.' : 'Check who may read it.',
  };
}
