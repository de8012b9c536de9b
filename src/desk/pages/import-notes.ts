import { counted } from '../../text/counted.ts';
import { html, type Markup } from '../markup.ts';
import type { ImportNotes } from '../store/imports.ts';

/** What an import left out or doubts, each with the way to its place in the document and in the text. */
export function importNotes({ notes, measure }: ImportNotes): Markup | false {
  const kinds = KINDS.flatMap(({ kind, words, isInText }) => {
    const found = Map.groupBy(measure?.[kind] ?? [], (one) => one.words);
    if (found.size === 0) return [];
    const items = [...found]
      .slice(0, SHOWN)
      .map(
        ([said, places]) =>
          html`<li>
            “${shortened(said)}” ${places.slice(0, 3).map(({ page = 0 }) => pageButton(page))}
            ${isInText && html`<button type="button" data-find="${said}">Show in the text</button>`}
          </li>`,
      );
    return [
      html`<details>
        <summary>${words} (${found.size})</summary>
        <ul>
          ${items}
        </ul>
      </details>`,
    ];
  });
  if (notes.length + kinds.length === 0 && measure === undefined) return false;
  const list = notes.map((note) => html`<li>${note} ${pageButton(Number(/\bpage (\d+)\b/.exec(note)?.[1] ?? 0))}</li>`);
  return html`<section class="notes" aria-labelledby="notes">
    <h2 id="notes">What was read from the document</h2>
    ${measure !== undefined && html`<p>${measureWords(measure)}</p>`}
    ${
      list.length > 0 &&
      html`<ul>
        ${list}
      </ul>`
    }${kinds}
  </section>`;
}

const KINDS = [
  { kind: 'lost', words: 'In the document, but not in the text', isInText: false },
  { kind: 'added', words: 'In the text, but not in the document', isInText: true },
  { kind: 'doubtful', words: 'Probably misread; compare them with the document', isInText: true },
  { kind: 'moved', words: 'In a different order from the document', isInText: true },
  { kind: 'leftOut', words: 'Left out on purpose, such as the headers and footers of pages', isInText: false },
] as const;

/** Of each kind; a document of which more is wrong is not mended line by line. */
const SHOWN = 20;

function measureWords({ shown, seen }: { readonly shown: number; readonly seen: number }): string {
  if (seen === 0) return 'The document shows no words that can be read.';
  if (shown === seen)
    return seen === 1 ? 'The document’s one word is here.' : `All ${counted(seen, 'word')} of the document are here.`;
  return `${shown} of the document’s ${counted(seen, 'word')} ${shown === 1 ? 'is' : 'are'} here.`;
}

function pageButton(page: number): Markup | false {
  return page > 0 && html`<button type="button" data-page="${page}">Show page ${page}</button> `;
}

function shortened(words: string): string {
  return words.length > 120 ? `${words.slice(0, 120)}…` : words;
}
