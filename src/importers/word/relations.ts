import { posix } from 'node:path';
import { counted } from '../../text/counted.ts';
import { quoteText } from '../../text/quote.ts';
import { all, value } from './numbers.ts';
import { textOf } from './text-of.ts';

/** The files of a Word file by their names, and each as XML. */
interface Package {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly parse: (name: string) => Document | undefined;
}

/**
 * Takes out of the parts of a Word file what leads to a file or an address that it does not hold, on which the converter
 * would end; gives the notes on it.
 */
export function removeMissing(parts: ReadonlyMap<string, Document>, source: Package): string[] {
  let pictures = 0;
  const links: string[] = [];
  for (const [name, part] of parts) {
    const held = heldBy(name, source);
    for (const [element, attribute] of [
      ...all(part, 'a:blip').map((blip) => [blip, 'r:embed'] as const),
      ...all(part, 'v:imagedata').map((data) => [data, 'r:id'] as const),
    ]) {
      const id = value(element, attribute);
      if (id === '' || held.has(id)) continue;
      element.removeAttribute(attribute);
      pictures += 1;
    }
    for (const link of all(part, 'w:hyperlink')) {
      const id = value(link, 'r:id');
      if (id === '' || held.has(id)) continue;
      link.removeAttribute('r:id');
      links.push(textOf(link).trim());
    }
  }
  return [
    ...(pictures === 0 ? [] : [`Left out ${counted(pictures, 'picture')} that the Word file does not hold.`]),
    ...(links.length === 0
      ? []
      : [
          `${counted(links.length, 'link')} became plain text, since the Word file does not say where ${links.length === 1 ? 'it leads' : 'they lead'}: ${quoteText(links.join(' … '))}.`,
        ]),
  ];
}

/** How many pictures some parts of a Word file show, one that several show counted once. */
export function countPictures(names: readonly string[], source: Package): number {
  const targets = names.flatMap((name) => {
    const shown = new Set(
      ['a:blip', 'v:imagedata'].flatMap((kind) =>
        all(source.parse(name), kind).map((one) => value(one, 'r:embed') || value(one, 'r:id')),
      ),
    );
    return relationsOf(name, source).flatMap((one) => (shown.has(value(one, 'Id')) ? [value(one, 'Target')] : []));
  });
  return new Set(targets).size;
}

/** The ids of what a part leads to, but those of files that are not there. */
function heldBy(part: string, source: Package): Set<string> {
  const isThere = (one: Element) => {
    const target = value(one, 'Target');
    const path = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part), target);
    return value(one, 'TargetMode') === 'External' || source.files.has(path);
  };
  return new Set(
    relationsOf(part, source)
      .filter(isThere)
      .map((one) => value(one, 'Id')),
  );
}

function relationsOf(part: string, { parse }: Package): Element[] {
  return all(parse(`${posix.dirname(part)}/_rels/${posix.basename(part)}.rels`), 'Relationship');
}
