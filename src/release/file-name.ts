import { quote } from '../text/quote.ts';
import type { Finding } from './problem.ts';
import { CONTROLS_AND_LINE_ENDS, INVISIBLE } from '../text/characters.ts';

/** Endings of the files that may be published beside a release, with their media type. Nothing that a browser would run. */
export const mediaTypes: ReadonlyMap<string, string> = new Map([
  ['pdf', 'application/pdf'],
  ['doc', 'application/msword'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xls', 'application/vnd.ms-excel'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt', 'application/vnd.ms-powerpoint'],
  ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['odt', 'application/vnd.oasis.opendocument.text'],
  ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['odp', 'application/vnd.oasis.opendocument.presentation'],
  ['rtf', 'application/rtf'],
  ['csv', 'text/csv'],
  ['txt', 'text/plain'],
  ['zip', 'application/zip'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
]);

/** The media type of a file by its ending, or `undefined` when such files are not published. */
export function mediaType(file: string): string | undefined {
  return mediaTypes.get(ending(file));
}

/** True for pictures that a page may show. */
export function isPicture(file: string): boolean {
  return mediaType(file)?.startsWith('image/') ?? false;
}

/** What keeps a file from being published beside a release, if anything: its place, its name or its type. */
export function fileNameFinding(file: string): Finding | undefined {
  if (/^https?:\/\/\S+$/i.test(file)) {
    return {
      rule: 'attachment-outside',
      message: `${quote(file)} is an address; a document that is kept elsewhere is written with url:.`,
      hint: `Write attachments: [{ url: ${JSON.stringify(file)} }], or put the file beside the release and write its name alone.`,
    };
  }
  const last = /[/\\]([\w][\w. -]*\.\w+)$/.exec(file)?.[1];
  if (/[/\\]/.test(file) || /^[A-Za-z]:/.test(file) || file === '.' || file === '..' || /%2f|%5c/i.test(file)) {
    return {
      rule: 'attachment-outside',
      message: `${quote(file)} is a path; attachments lie in the folder of their release.`,
      hint: `Put the file beside the release and write its name alone${last === undefined ? ', for example report.pdf' : `: ${last}`}.`,
    };
  }
  const fault = portabilityFault(file);
  if (fault) {
    return {
      rule: 'attachment-name',
      message: `The file name ${quote(file)} ${fault}.`,
      hint: 'Rename the file with letters, digits, hyphens and dots, for example investor-presentation.pdf.',
    };
  }
  if (mediaType(file) === undefined) {
    const kind = ending(file);
    const [, marked] = /^[“”„‘’](.+)[“”‘’]$/.exec(file) ?? [];
    if (marked !== undefined && fileNameFinding(marked) === undefined) {
      return {
        rule: 'curly-quotes',
        message: `The quotation marks around ${quote(file)} are part of the name.`,
        hint: `Write the name without them: ${marked}.`,
      };
    }
    return {
      rule: 'attachment-type',
      message: `${quote(file)} is of a type that the archive does not publish${kind ? ` (.${kind})` : ''}.`,
      hint: `Attach one of: ${[...mediaTypes.keys()].join(', ')}.`,
    };
  }
  return undefined;
}

const HIDDEN = new RegExp(`[${CONTROLS_AND_LINE_ENDS}${INVISIBLE}]`);

/** Why some file systems or servers could not hold or serve a file of this name, or `undefined`. */
export function portabilityFault(name: string): string | undefined {
  if (HIDDEN.test(name)) return 'holds an invisible character';
  if (/[<>:"|?*\\#%]/.test(name))
    return 'holds a character that some systems or addresses cannot hold (< > : " | ? * \\ # %)';
  if (/[. ]$|^ /.test(name)) return 'begins or ends with a space, or ends with a dot';
  if (name.startsWith('.') || name.startsWith('_'))
    return 'begins with a dot or an underscore, which marks hidden files';
  if (/^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i.test(name)) return 'is reserved on Windows';
  if (name.normalize('NFC') !== name) return 'is written with separate accents (Unicode form NFD)';
  if (new TextEncoder().encode(name).length > 200) return 'is longer than 200 bytes';
  return undefined;
}

/** The ending of a file name in lower case without its dot, or an empty text. */
export function ending(file: string): string {
  return /\.([^.]+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
}
