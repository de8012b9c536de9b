import { renderBody } from '../../src/release/render.ts';

/** The HTML that a release's page would hold of some Markdown, all links alive. */
export function renderedHtml(markdown: string): string {
  return renderBody(markdown, { link: (target) => target, picture: () => undefined }).html;
}

/** What a reader sees of some Markdown: the words of its HTML, with the numbers of its lists. */
export function renderedText(markdown: string): string {
  return shownText(renderedHtml(markdown));
}

/** The same of HTML that `renderedHtml` has made. */
export function shownText(html: string): string {
  return withNumbers(html)
    .replace(/<\/?(?:sup|sub)>/g, '')
    .replace(/<\/?(?:p|li|ul|ol|h\d|blockquote|pre|code|table|thead|tbody|tr|td|th|br|div)\b[^>]*>/g, ' ')
    .replace(/<\/?a\b[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** The numbers that a browser shows before the items of ordered lists. */
function withNumbers(html: string): string {
  const lists: (number | undefined)[] = [];
  return html.replace(
    /<(\/?)(ol|ul|li)\b(?: start="(\d+)")?[^>]*>/g,
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
