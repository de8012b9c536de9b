import { ending, isPicture, mediaType } from '../../release/file-name.ts';
import { readFrontMatter } from '../../release/front-matter.ts';
import { readSydneyDate, type ReleaseDate } from '../../release/sydney-time.ts';
import { importText } from '../import-text.ts';
import type { Extract, FileBeside } from '../model/extract.ts';
import { ImportRefusal } from '../model/refusal.ts';
import { statedFields } from './stated-fields.ts';
import { readToml } from './toml.ts';

/**
 * Takes a page of Hugo, Jekyll or another generator: its front matter (YAML, or TOML between `+++`) as fields, its Markdown as
 * it stands, and the pictures and documents that lie beside it. Without a field for them the headline is the text's own, and the
 * day that with which the file's name begins, as Jekyll has it.
 */
export function importMarkdown(content: string, fileName = ''): Extract {
  const text = content.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const { data, body: whole } = partsOf(text);
  const stated = statedFields(data);
  const { notes } = stated;
  const heading = stated.fields.title === undefined ? /^\s*#[ \t]+(\S.*?)[ \t]*#*[ \t]*(?:\n|$)/.exec(whole) : null;
  const body = heading ? whole.slice(heading[0].length) : whole;
  const named = stated.fields.date ? undefined : dayOfName(fileName);
  const fields = {
    ...(heading?.[1] === undefined ? {} : { title: heading[1] }),
    ...(named === undefined ? {} : { date: named }),
    ...stated.fields,
  };
  const { markdown, files } = withLocalFiles(body.replace(/^\s*<!--\s*more\s*-->\s*$/gim, '').trim());
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
      ...(codes.length > 0
        ? [
            `Instructions for the old generator stand in the text as they were written: ${codes.join(', ')}. Take them out, or write what they showed.`,
          ]
        : []),
    ],
  };
}

function dayOfName(fileName: string): ReleaseDate | undefined {
  const read = readSydneyDate(/^\d{4}-\d\d-\d\d(?=[-_ ])/.exec(fileName)?.[0] ?? '');
  return 'date' in read ? read.date : undefined;
}

function partsOf(text: string): { data: Readonly<Record<string, unknown>>; body: string } {
  const toml = /^\+\+\+[ \t]*\n([^]*?)\n\+\+\+[ \t]*(?:\n|$)/.exec(text);
  if (toml) return { data: readToml(toml[1] ?? ''), body: text.slice(toml[0].length) };
  if (!text.startsWith('---\n')) return { data: {}, body: text };
  const read = readFrontMatter(text);
  if (!('findings' in read)) return read;
  const [first] = read.findings;
  throw new ImportRefusal(`Line ${first?.line ?? 1}: ${first?.message ?? ''} ${first?.hint ?? ''}`);
}

/** The text with the files beside it under the names that they get, and those files. */
function withLocalFiles(body: string): { markdown: string; files: FileBeside[] } {
  const files: FileBeside[] = [];
  const names = new Map<string, string>();
  const markdown = body.replace(
    /(!?\[(?:\\.|[^\]\\\n])*\])\(([^()\s]+)(\s+"[^"\n]*")?\)/g,
    (whole, words: string, target: string) => {
      if (/^[a-z][a-z0-9+.-]*:|^[/#]/i.test(target)) return whole;
      const path = decode(target.replace(/[?#].*$/, '')).replace(/^(?:\.\/)+/, '');
      if (mediaType(path) === undefined || path.split('/').includes('..')) return whole;
      const known = names.get(path);
      if (known !== undefined) return `${words}(${known})`;
      const name = `${isPicture(path) ? 'picture' : 'attached'}-${files.length + 1}.${ending(path)}`;
      files.push({ name, path, ...(isPicture(path) ? {} : { title: path.slice(path.lastIndexOf('/') + 1) }) });
      names.set(path, name);
      return `${words}(${name})`;
    },
  );
  return { markdown, files };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a percent sign that begins no letter
  }
}
