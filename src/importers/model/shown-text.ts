import { renderBody } from '../../release/render.ts';
import { unescapeMarkup } from '../../text/markup.ts';

/** What a reader of a release's page sees of its Markdown: the words, with the numbers of lists and of footnotes. */
export function shownText(markdown: string): string {
  // A link is as visible as any other text, wherever it leads.
  const { html } = renderBody(markdown, { link: (target) => target, picture: (target) => target });
  const visible = html
    .replace(/<h2[^>]*footnote-label[^>]*>.*?<\/h2>/gs, ' ')
    .replace(/<a\b[^>]*data-footnote-backref[^>]*>.*?<\/a>/gs, ' ');
  return unescapeMarkup(
    withNumbers(visible)
      .replace(/<\/?(?:a|b|strong|em|i|code|span|del)\b[^>]*>/g, '')
      .replace(/<[^>]*>/g, ' '),
  );
}

/** The numbers that a browser shows before the items of ordered lists. */
function withNumbers(html: string): string {
  const lists: (number | undefined)[] = [];
  return html.replace(
    /<(\/?)(ol|ul|li)\b(?:[^>]*? start="(\d+)")?[^>]*>/g,
    (_, close: string, name: string, start?: string) => {
      if (name !== 'li') {
        if (close) lists.pop();
        else lists.push(name === 'ol' ? Number(start ?? 1) : undefined);
        return ' ';
      }
      const number = lists.at(-1);
      if (close || number === undefined) return ' ';
      lists[lists.length - 1] = number + 1;
      return ` ${number} `;
    },
  );
}
