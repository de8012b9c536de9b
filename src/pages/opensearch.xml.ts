import { escapeMarkup } from '../text/markup.ts';
import { getSite } from '../astro/get-site.ts';

/** OpenSearch 1.1, so that a browser can search the archive from its address bar. */
export function GET(): Response {
  const { urls, title } = getSite();
  const template = `${urls.absolute(urls.search())}?q={searchTerms}`;
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${escapeMarkup([...title].slice(0, 16).join('').trim())}</ShortName>
<LongName>${escapeMarkup([...title].slice(0, 48).join('').trim())}</LongName>
<Description>${escapeMarkup(`Search the releases: ${title}`.slice(0, 1024))}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Image width="16" height="16" type="image/svg+xml">${escapeMarkup(urls.absolute(urls.path('favicon.svg')))}</Image>
<Url type="text/html" template="${escapeMarkup(template)}"/>
</OpenSearchDescription>
`;
  return new Response(xml, { headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' } });
}
