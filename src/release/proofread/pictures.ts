import { decodeWhole } from '../../text/decode-escapes.ts';
import { quote } from '../../text/quote.ts';
import type { Finding } from '../problem.ts';
import type { Text, TextFinding } from './proofread.ts';
import { withoutCode } from './without-code.ts';

/** A picture whose words say nothing to those who cannot see it. */
export function pictureWords(target: string, alt: string): Finding | undefined {
  const words = alt.trim();
  const name = nameOf(target);
  if (words !== '' && !saysNothing(words, name)) return undefined;
  return {
    rule: 'picture-without-words',
    message:
      words === ''
        ? `The picture ${quote(name)} has no words for those who cannot see it.`
        : `The words ${quote(words)} do not say what the picture shows to those who cannot see it.`,
    hint: 'Say in the square brackets what the picture shows, its figures too: ![Copper production rose from 10 to 12 kt](chart.png).',
  };
}

function nameOf(url: string): string {
  const name = url.split(/[/\\]/).at(-1) ?? '';
  return decodeWhole(name) ?? name;
}

const IS_FILE = /^\S+\.(?:png|jpe?g|gif|webp|avif|bmp|tiff?|svg|heic)$/i;

/** What cameras, telephones and chat programs name a picture. */
const CAMERA =
  /^(?:img|dsc[nf]?|dscf|dji|pxl|mvimg|vid|scan|clip_?image|whatsapp image|screen ?shot|microsoftteams-image)[\s_-]*\d[\d\s_:.,()-]*(?:at [\d\s:.]+)?(?:[ap]m)?$/i;

/** No word at all, the file's own name, a word for any picture, or what a machine has made of it. */
function saysNothing(words: string, name: string): boolean {
  const stem = name.replace(/\.[a-z]{3,4}$/i, '');
  if (!/[\p{L}\p{N}]/u.test(words)) return true;
  if (words === name || words === stem || IS_FILE.test(words)) return true;
  if (CAMERA.test(words)) return true;
  if (/description automatically generated|ai-generated content/i.test(words)) return true;
  if (UNFINISHED.test(words)) return true;
  return ANY_PICTURE.test(words) && !/^(?:company )?logo$/i.test(words);
}

const KIND =
  '(?:image|img|picture|pic|photo(?:graph)?|graphic(?:alimage)?|infographic|figure|chart|graph|diagram|table|screen ?shot|logo|icon|map|alt(?: text)?|untitled|inline image|attachment)';
/** `Figure 3.`, `a picture of the chart`, `chart image`. */
const ANY_PICTURE = new RegExp(`^(?:(?:an? |the )?${KIND}(?: of)? ?){1,2}[\\s_-]*\\d*(?:\\s*\\(?\\d*\\)?)?[.:]?$`, 'i');
/** What somebody or a program has put where the words were to come. */
const UNFINISHED =
  /^(?:.|to ?do|t\.?b\.?[acd]\.?|to be (?:added|completed|confirmed|done|written)|(?:(?:please )?(?:add|enter|insert|write) .*)?(?:(?:alt|alternative|image|picture|photo|chart|graph) )?(?:description|caption|text)(?: (?:goes )?here)?|.{0,20}place ?holder.{0,20}|undefined|null|none|n\/?a|no (?:alt(?:ernative)?|photo|image|picture) .*(?:description|available).*|image may contain:.*|cid:\S+)$/iu;

/** Links and pictures that Markdown does not take for such, so that the page shows their signs. */
export function leftoverLinks({ lines }: Text): TextFinding[] {
  return withoutCode(lines).flatMap((line, index, all) => {
    const finding = leftover(line, all[index + 1] ?? '');
    return finding ? [{ line: index + 1, ...finding }] : [];
  });
}

const SPACED =
  /(?<!\\)(!?)\[[^\]\n]*\]\(\s*((?:[^()\s<>"'](?:[^()\s<>]|\([^()\n]*\))*)(?:[ \t]+(?:[^()\s<>"']|\([^()\n]*\))(?:[^()\s<>]|\([^()\n]*\))*)+)\s*(?:["'“][^)\n]*)?\)/;

export const UNCLOSED = /(?<!\\)(!?)\[[^\]\n]*\]\((?:[^()\s]+\.\w{2,5}|https?:[^()\s]+)(?:[ \t]+["'“][^)\n]*)?[ \t]*$/m;

const NUMBER = /^(?:tel:)?[+\d][\d ()-]{6,}$/i;
const LINK_APART =
  /(?<![\\!])\[[^\]\n]+\][ \t]+\((?:(?:https?:\/\/|mailto:|www\.)[^()\s]+|[^()\s]+\.(?:pdf|docx?|xlsx?|pptx?|md|csv))\)/i;

function leftover(line: string, next: string): Omit<TextFinding, 'line'> | undefined {
  const [written = '', mark = '', target = ''] = SPACED.exec(line) ?? [];
  const isTitle = /^\S+[ \t]+\([^()]*\)$/.test(target);
  if (written !== '' && !isTitle && (mark === '!' || /\.\w{2,5}$|[/:]/.test(target) || NUMBER.test(target))) {
    const number = NUMBER.test(target) ? target.replace(/^tel:/i, '').replace(/[^+\d]/g, '') : undefined;
    return {
      rule: 'space-in-target',
      message: `${quote(target)} holds a space, so ${quote(written)} is not read as a ${mark === '!' ? 'picture' : 'link'}; the page shows the characters as typed.`,
      hint:
        number !== undefined
          ? `Write the number without spaces: (tel:${number}).`
          : `Rename the file without the space, or write its name between < and >: (<${target}>).`,
    };
  }
  const apart =
    /(?<!\\)!\s+\[[^\]\n]*\]\([^)\n]*\.(?:png|jpe?g|gif|webp|avif)\)|(?<!\\)!\[[^\]\n]*\]\s+\([^)\n]*\)|!?\[\[[^\]\n]+\.\w{2,4}(?:\|[^\]\n]*)?\]\]/.exec(
      line,
    );
  const [unclosed, sign] = UNCLOSED.exec(line) ?? [];
  // A title, its end, or the bracket alone may stand in the next line.
  const rest = /[ \t]["'][^"']*$/.test(unclosed ?? '') ? /^[^"']*["']\s*\)/ : /^\s*(?:["'(].*)?\)/;
  if (unclosed !== undefined && !rest.test(next)) {
    return {
      rule: 'space-in-target',
      message: `${quote(unclosed)} is not read as a ${sign === '!' ? 'picture' : 'link'}, since its bracket is not closed; the page shows the characters as typed.`,
      hint: `Write a closing bracket behind the name or address: ${unclosed.trimEnd().replace(/\s+["'“].*$/, '')})`,
    };
  }
  const linkApart = LINK_APART.exec(line);
  if (!apart && linkApart) {
    return {
      rule: 'space-in-target',
      message: `${quote(linkApart[0])} is not read as a link; the page shows the characters as typed.`,
      hint: `Write it without a space between its parts: ${linkApart[0].replace(/\][ \t]+\(/, '](')}`,
    };
  }
  if (!apart) return undefined;
  return {
    rule: 'space-in-target',
    message: `${quote(apart[0])} is not read as a picture; the page shows the characters as typed.`,
    hint: 'Write it without a space between its parts: ![What it shows](name.png).',
  };
}
