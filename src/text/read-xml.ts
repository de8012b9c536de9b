import { characterOf } from './markup.ts';

/** An element of XML: what its prefixes stand for, not how they are written. */
export interface XmlElement {
  /** Empty where there is none. */
  readonly namespace: string;
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  /** The text right in it, without that of the elements in it. */
  readonly text: string;
}

export interface XmlAttribute {
  readonly namespace: string;
  readonly name: string;
  readonly value: string;
}

/**
 * The elements of a text in plain XML 1.0, in the order of their first tags; declarations of namespaces are no attributes.
 * `undefined` for everything that needs more to be read, or that two readers might read differently: document types, style sheets
 * of the whole document, unknown references, undeclared prefixes, tags that do not close each other.
 */
export function readXml(text: string): readonly XmlElement[] | undefined {
  const elements: Open[] = [];
  const open: Open[] = [];
  const content = text.replace(DECLARATION, '');
  let read = 0;
  for (const token of content.matchAll(TOKEN)) {
    const [whole, data, plain, end, start, written = '', empty] = token;
    read += whole.length;
    const holder = open.at(-1);
    if (data !== undefined || plain !== undefined) {
      const value = data ?? decoded(plain ?? '');
      if (value === undefined || (!holder && value.trim() !== '')) return undefined;
      if (holder) holder.text += value;
    } else if (end !== undefined) {
      if (open.pop()?.tag !== end) return undefined;
    } else if (start !== undefined) {
      const element = elementOf(start, written, holder?.prefixes ?? PREFIXES);
      if (!element || (!holder && elements.length > 0)) return undefined;
      elements.push(element);
      if (empty === '') open.push(element);
    }
  }
  return read === content.length && open.length === 0 ? elements : undefined;
}

interface Open extends XmlElement {
  text: string;
  /** As it is written. */
  readonly tag: string;
  /** The namespaces of the prefixes that hold in it. */
  readonly prefixes: ReadonlyMap<string, string>;
}

const NAME = '[\\p{L}_][\\p{L}\\p{M}\\p{N}_.-]*';
const QUALIFIED = `(?:${NAME}:)?${NAME}`;
const VALUE = '"[^<"]*"|\'[^<\']*\'';
const DECLARATION =
  /^<\?xml\s+version\s*=\s*["']1\.0["'](?:\s+encoding\s*=\s*["']utf-8["'])?(?:\s+standalone\s*=\s*["']\w+["'])?\s*\?>/i;
/** In this order: comment, instruction (none whose name begins with `xml`), characters as they stand, text, end tag, start tag. */
const TOKEN = new RegExp(
  [
    '<!--(?:(?!--)[^])*-->',
    '<\\?(?![xX][mM][lL])[a-zA-Z][\\w.-]*(?:\\s(?:(?!\\?>)[^])*)?\\?>',
    '<!\\[CDATA\\[((?:(?!\\]\\]>)[^])*)\\]\\]>',
    '([^<]+)',
    `</(${QUALIFIED})\\s*>`,
    `<(${QUALIFIED})((?:\\s+${QUALIFIED}\\s*=\\s*(?:${VALUE}))*)\\s*(/?)>`,
  ].join('|'),
  'guy',
);
const ATTRIBUTE = new RegExp(`(${QUALIFIED})\\s*=\\s*(${VALUE})`, 'gu');

const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['', ''],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
]);

function elementOf(tag: string, written: string, outer: ReadonlyMap<string, string>): Open | undefined {
  const declared = new Map<string, string>();
  const given: { readonly prefix: string; readonly name: string; readonly value: string }[] = [];
  for (const [, qualified = '', quoted = ''] of written.matchAll(ATTRIBUTE)) {
    const [prefix, name] = partsOf(qualified);
    const value = decoded(quoted.slice(1, -1));
    if (value === undefined) return undefined;
    if (qualified === 'xmlns') declared.set('', value);
    else if (prefix !== 'xmlns') given.push({ prefix, name, value });
    else if (value === '' || /^xml/.test(name)) return undefined;
    else declared.set(name, value);
  }
  const prefixes = declared.size === 0 ? outer : new Map([...outer, ...declared]);
  const attributes = given.flatMap(({ prefix, name, value }) => {
    // What has no prefix belongs to its element.
    const namespace = prefix === '' ? '' : prefixes.get(prefix);
    return namespace === undefined ? [] : [{ namespace, name, value }];
  });
  const [prefix, name] = partsOf(tag);
  const namespace = prefixes.get(prefix);
  if (namespace === undefined || attributes.length < given.length) return undefined;
  return { namespace, name, attributes, text: '', tag, prefixes };
}

function partsOf(qualified: string): readonly [prefix: string, name: string] {
  const at = qualified.indexOf(':');
  return [qualified.slice(0, Math.max(at, 0)), qualified.slice(at + 1)];
}

/** The characters for the references of a text; `undefined` where one is unknown, or characters stand there that XML forbids. */
function decoded(text: string): string | undefined {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\0-\x08\x0b\x0c\x0e-\x1f]/.test(text)) return undefined;
  if (text.replace(REFERENCE, '').includes('&')) return undefined;
  return text.replace(REFERENCE, (_, reference: string) => characterOf(reference) ?? '\ufffd');
}

const REFERENCE = /&(amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});/g;
