import { escapeMarkup } from '../../text/markup.ts';

/** Groups that hold no text. */
const SILENT = /^(?:fonttbl|colortbl|stylesheet|info|pntext|pict|object|mhtmltag|generator|themedata|latentstyles)$/;

/** Control words that stand for a sign. */
const SIGNS: Readonly<Record<string, string>> = {
  par: '\r\n',
  line: '\r\n',
  tab: '\t',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  endash: '–',
  emdash: '—',
  '~': '\u00a0',
  _: '\u00ad',
};

interface Group {
  /** True where nothing of it is shown. */
  readonly silent: boolean;
  /** True between `\htmlrtf` and `\htmlrtf0`, which is for readers of rich text alone. */
  readonly rtfOnly: boolean;
  /** True in a tag, whose signs are HTML already. */
  readonly tag: boolean;
  /** How many signs stand for a character that was given by its number. */
  readonly skip: number;
}

/**
 * The HTML that Outlook has wrapped in rich text ([MS-OXRTFEX]); `undefined` where it is rich text of its own, or of a
 * code page that cannot be read.
 */
export function htmlInRtf(rtf: string): string | undefined {
  if (!/^\{\\rtf1[^{}]*\\fromhtml1/.test(rtf)) return undefined;
  const decoder = decoderOf(/\\ansicpg(\d+)/.exec(rtf.slice(0, 500))?.[1] ?? '1252');
  if (!decoder) return undefined;
  let html = '';
  let bytes: number[] = [];
  let group: Group = { silent: false, rtfOnly: false, tag: false, skip: 1 };
  const outer: Group[] = [];
  let toSkip = 0;
  const add = (text: string) => {
    if (group.silent || group.rtfOnly) return;
    html += group.tag ? text : escapeMarkup(text);
  };
  const flush = () => {
    if (bytes.length > 0) add(decoder.decode(Uint8Array.from(bytes)));
    bytes = [];
  };
  for (const [, hex, word, number, sign, brace, plain] of rtf.matchAll(TOKEN)) {
    if (hex !== undefined || plain !== undefined) {
      const own = hex === undefined ? Buffer.from(plain ?? '', 'latin1') : [parseInt(hex, 16)];
      for (const byte of own.slice(toSkip)) bytes.push(byte);
      toSkip = Math.max(0, toSkip - own.length);
      continue;
    }
    flush();
    if (brace === '{') {
      outer.push(group);
      toSkip = 0;
    } else if (brace === '}') {
      group = outer.pop() ?? group;
      toSkip = 0;
    } else if (word !== undefined) {
      if (word === 'u' && number !== undefined) {
        add(String.fromCharCode(Number(number) & 0xffff));
        toSkip = group.skip;
      } else if (word === 'uc') group = { ...group, skip: Number(number ?? 1) };
      else if (word === 'htmlrtf') group = { ...group, rtfOnly: number !== '0' };
      else if (word === 'htmltag') group = { ...group, silent: false, tag: true };
      else if (SILENT.test(word)) group = { ...group, silent: true };
      else if (word === 'bin') return undefined;
      else add(SIGNS[word] ?? '');
    } else if (sign === '*') group = { ...group, silent: true };
    else if (sign !== undefined) add(SIGNS[sign] ?? ('\\{}'.includes(sign) ? sign : ''));
  }
  flush();
  return html;
}

/** A byte in hex, a control word with its number, a control sign, a brace, or a byte of text; line ends are none of it. */
const TOKEN = /\\'([\da-f]{2})|\\([a-z]+)(-?\d+)? ?|\\([^a-z\r\n])|([{}])|([^\r\n\\{}]+)/gi;

function decoderOf(codePage: string): TextDecoder | undefined {
  const names: Readonly<Record<string, string>> = {
    '65001': 'utf-8',
    '932': 'shift_jis',
    '936': 'gbk',
    '949': 'euc-kr',
    '950': 'big5',
    '10000': 'macintosh',
  };
  try {
    return new TextDecoder(names[codePage] ?? `windows-${codePage}`);
  } catch {
    return undefined; // a code page that nobody uses for mails
  }
}
