import { escape, page } from './html.js';

/** @param {{ title: string, codes: string[], types: string[], year: string, sort: string, when: string, content: string, page: { url: string } }} data */
export function render({ title, codes, types, year, sort, when, content, page: { url } }) {
  const filters = [
    ...codes.map((code) => ['company', code]),
    ...types.map((type) => ['type', type]),
    ['year', year],
  ].map(([name, value]) => `<meta data-pagefind-filter="${name}[content]" content="${value}">\n`);
  const head = `<link rel="canonical" href="https://announcements.example.com${url}">
<link rel="alternate" type="application/rss+xml" href="/rss.xml">
${filters.join('')}<meta data-pagefind-sort="date[content]" content="${sort}">
`;
  const body = `<p><a href="/">Announcements</a> <a href="/releases/${year}/">${year}</a></p>
<main data-pagefind-body>
<h1>${escape(title)}</h1>
<p data-pagefind-ignore><time datetime="${when}">${when}</time> ${codes.map((code) => `ASX:${code}`).join(' ')} ${types.join(' ')}</p>
${content}
</main>`;
  return page(title, body, head);
}
