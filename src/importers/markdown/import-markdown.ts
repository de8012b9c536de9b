import { ending, isPicture, mediaType } from '../../release/file-name.ts';
import { readSydneyDate, type ReleaseDate } from '../../release/sydney-time.ts';
import { decodeWhole } from '../../text/decode-escapes.ts';
import { importText } from '../import-text.ts';
import type { Extract, FileBeside } from '../model/extract.ts';
import { partsOf } from './parts-of.ts';
import { statedFields } from './stated-fields.ts';

/**
 * Takes a page of Hugo, Jekyll or another generator: its front matter as fields, its Markdown as
 * it stands, and the pictures and documents that lie beside it. Without a field for them the headline is the text's own, and the
 * day that with which the file's name begins, as Jekyll has it.
 */
export function importMarkdown(content: string, fileName = ''): Extract {
  const text = content.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const { data, body: whole } = partsOf(text);
  const stated = statedFields(data);
  const { notes } = stated;
  const heading = stated.fields.title === undefined ? HEADING.exec(whole) : null;
  const body = heading ? whole.slice(heading[0].length) : whole;
  const named = stated.fields.date ? undefined : dayOfName(fileName);
  const fields = {
    ...(heading ? { title: (heading[1] ?? heading[2] ?? '').trim() } : {}),
    ...(named === undefined ? {} : { date: named }),
    ...stated.fields,
  };
  const { markdown, files, far } = withLocalFiles(body.replace(/^\s*<!--\s*more\s*-->\s*$/gim, '').trim());
  const codes = [
    ...new Set([...markdown.matchAll(/\{\{[<%]?\s*\/?\s*([\w.-]+)|\{%-?\s*([\w-]+)/g)].map(([, a, b]) => a ?? b ?? '')),
  ];
  const { blocks, lines } = importText(markdown);
  return {
    blocks,
    lines,
    about: {},
    markdown,
    fields,
    files,
    notes: [
      ...(named === undefined
        ? []
        : [`The date is that of the file’s name, ${named.day}; compare it with the old page.`]),
      ...notes,
      ...(far.length > 0
        ? [
            `Files of the old site stay where they are: ${far.join(', ')}. Put those of the release beside it, and write their names alone.`,
          ]
        : []),
      ...(codes.length > 0
        ? [
            `Instructions for the old generator stand in the text as they were written: ${codes.join(', ')}. Take them out, or write what they showed.`,
          ]
        : []),
    ],
  };
}

/** A heading of the first level at the beginning, in either form. */
const HEADING = /^\s*(?:#[ \t]+(\S.*?)[ \t]*#*[ \t]*|(\S[^\n]*)\n=+[ \t]*)(?:\n|$)/;

function dayOfName(fileName: string): ReleaseDate | undefined {
  const read = readSydneyDate(/^\d{4}-\d\d-\d\d(?=[-_ ])/.exec(fileName)?.[0] ?? '');
  return 'date' in read ? read.date : undefined;
}

/** The text with the files beside it under the names that they get, those files, and the addresses of files of the old site. */
function withLocalFiles(body: string): { markdown: string; files: FileBeside[]; far: string[] } {
  const files: FileBeside[] = [];
  const names = new Map<string, string>();
  const far = new Set(
    [...body.matchAll(/<(?:img|a)\b[^<>]*?\s(?:src|href)="(\/[^"]+)"/gi)].map(([, address]) => address ?? ''),
  );
  const nameOf = (target: string): string | undefined => {
    const address = target.replace(/[?#].*$/, '');
    if (address.startsWith('/') && mediaType(address) !== undefined) far.add(address);
    if (/^[a-z][a-z0-9+.-]*:|^[/#]/i.test(target)) return undefined;
    const path = (decodeWhole(address) ?? address).replace(/^(?:\.\/)+/, '');
    if (mediaType(path) === undefined || path.split('/').includes('..')) return undefined;
    const known = names.get(path);
    if (known !== undefined) return known;
    const name = `${isPicture(path) ? 'picture' : 'attached'}-${files.length + 1}.${ending(path)}`;
    files.push({ name, path, ...(isPicture(path) ? {} : { title: path.slice(path.lastIndexOf('/') + 1) }) });
    names.set(path, name);
    return name;
  };
  const markdown = body
    .replace(/(!?\[(?:\\.|[^\]\\\n])*\])\(([^()\s]+)(\s+"[^"\n]*")?\)/g, (whole, words: string, target: string) => {
      const name = nameOf(target);
      return name === undefined ? whole : `${words}(${name})`;
    })
    // What a text in brackets leads to may stand on a line of its own.
    .replace(/^( {0,3}\[[^\]^\n][^\]\n]*\]:[ \t]*)(\S+)/gm, (whole, label: string, target: string) => {
      const name = nameOf(target);
      return name === undefined ? whole : `${label}${name}`;
    });
  return { markdown, files, far: [...far].filter((address) => mediaType(address) !== undefined) };
}
