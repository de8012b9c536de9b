import { counted } from '../../text/counted.ts';
import { quoteText } from '../../text/quote.ts';
import { all, value } from './numbers.ts';

/** Names the charts, diagrams and parts of other files that a text shows, with the words in them; `partsIn` gives the files below a folder. */
export function drawingNotes(document: Document, partsIn: (folder: string) => readonly Document[]): string[] {
  const wordsIn = (folder: string) => {
    const words = partsIn(folder)
      .flatMap((part) => [...part.querySelectorAll('a\\:t, c\\:v, cx\\:pt')])
      .map(({ textContent }) => textContent.trim());
    return words.some(Boolean) ? `: ${quoteText(words.filter(Boolean).join(' '))}` : '';
  };
  const charts = all(document, 'c:chart').length + all(document, 'cx:chart').length;
  const diagrams = all(document, 'dgm:relIds').length;
  const isLinked = (picture: Element) =>
    value(picture, 'r:embed') === '' &&
    value(picture, 'r:id') === '' &&
    `${value(picture, 'r:link')}${value(picture, 'r:href')}` !== '';
  const linked = [...all(document, 'a:blip'), ...all(document, 'v:imagedata')].filter(isLinked).length;
  const others = all(document, 'w:subDoc').length;
  return [
    ...(charts === 0
      ? []
      : [
          `Left out ${counted(charts, 'chart')}; save the document as PDF to have ${charts === 1 ? 'it' : 'them'} beside the release${wordsIn('charts')}.`,
        ]),
    ...(diagrams === 0 ? [] : [`Left out ${counted(diagrams, 'diagram')} (SmartArt)${wordsIn('diagrams')}.`]),
    ...(linked === 0
      ? []
      : [`Left out ${counted(linked, 'picture')} that ${linked === 1 ? 'lies' : 'lie'} outside of the Word file.`]),
    ...(others === 0
      ? []
      : [
          `Left out ${counted(others, 'other document')} that Word shows in the place of a link; import ${others === 1 ? 'it' : 'them'} too.`,
        ]),
  ];
}
