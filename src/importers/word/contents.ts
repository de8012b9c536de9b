import { all, one, value } from './numbers.ts';
import { textOf } from './text-of.ts';

/** Takes the table of contents out, whose pages a web page does not have, and gives its words. */
export function removeContents(document: Document, names: ReadonlyMap<string, string>): string {
  const isEntry = (paragraph: Element) =>
    /^(?:toc|contents) (?:\d|heading)/i.test(names.get(value(one(paragraph, 'w:pStyle'), 'w:val')) ?? '');
  const found = all(document, 'w:p').filter(isEntry);
  const texts = found.map(textOf);
  for (const paragraph of found) paragraph.remove();
  return texts.join(' ').trim();
}

/** The same of those that Word keeps in a block of their own. */
export function removeContentsBlocks(document: Document): string {
  const blocks = all(document, 'w:sdt').filter((block) =>
    all(block, 'w:docPartGallery').some((gallery) => value(gallery, 'w:val') === 'Table of Contents'),
  );
  const texts = blocks.flatMap((block) => all(block, 'w:p').map(textOf));
  for (const block of blocks) block.remove();
  return texts.join(' ');
}
