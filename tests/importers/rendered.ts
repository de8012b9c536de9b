import { markdownToHtml } from 'satteri';

/** What a reader sees of some Markdown: the words of its HTML, with the numbers of its lists. */
export function renderedText(markdown: string): string {
  const { html } = markdownToHtml(markdown, { features: { frontmatter: false, smartPunctuation: false } });
  return html
    .replace(/<ol start="(\d+)">/g, ' $1 ')
    .replace(/<ol>/g, ' 1 ')
    .replace(/<\/?(?:sup|sub)>/g, '')
    .replace(/<\/?(?:p|li|ul|ol|h\d|blockquote|pre|code|table|thead|tbody|tr|td|th|br)\b[^>]*>/g, ' ')
    .replace(/<\/?a\b[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
