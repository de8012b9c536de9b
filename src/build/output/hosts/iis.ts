import path from 'node:path';
import { escapeMarkup } from '../../../text/markup.ts';
import { embedPolicy, headerPairs } from '../host-files.ts';
import type { HostedSite } from './hosting.ts';
import { oldAddresses } from './old-addresses.ts';
import {
  ASK,
  CHANGING_OF_SEARCH,
  FEED_PLACES,
  foldersOf,
  inUtf8,
  isFeed,
  KEEP,
  OPEN,
  OTHER_TYPES,
  OWN,
  TEXT_TYPES,
  TYPES_BY_NAME,
} from './served-types.ts';

/**
 * `web.config` for IIS 7 and later, with no module but those that IIS brings: types for every ending of the site, since IIS
 * answers 404 for one that it does not know; the index page and the page for missing addresses; headers; old addresses.
 */
export function webConfig(site: HostedSite): string {
  const endings = new Set([...Object.keys(TEXT_TYPES), ...site.endings.filter((ending) => !KNOWN.has(ending)), '.']);
  const types = [...endings].map((ending) => {
    const text = ending === '.' ? 'text/plain' : TEXT_TYPES[ending];
    const type = text === undefined ? (OTHER_TYPES[ending] ?? 'application/octet-stream') : inUtf8(text);
    return `      <remove fileExtension="${ending}" />\n      <mimeMap fileExtension="${ending}" mimeType="${type}" />`;
  });
  const policy = embedPolicy(site);
  const headers = headerPairs(site).map(([name, value]) => header(name, value));
  const moved = oldAddresses(site).flatMap(({ decoded, target }) => {
    const below = decoded?.replace(/\/$/, '');
    if (below === undefined || NO_LOCATION.test(below)) return [];
    return [
      location(
        below,
        `<httpRedirect enabled="true" destination="${escapeMarkup(target)}" exactDestination="true" httpResponseStatus="Permanent" />`,
      ),
    ];
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- Written by npm run build with HOSTING=iis, which replaces it. -->
<configuration>
  <system.webServer>
    <directoryBrowse enabled="false" />
    <defaultDocument enabled="true">
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <httpErrors errorMode="Custom">
      <remove statusCode="404" subStatusCode="-1" />
      <error statusCode="404" path="${escapeMarkup(site.urls.path('404.html'))}" responseMode="ExecuteURL" />
    </httpErrors>
    <security>
      <requestFiltering>
        <hiddenSegments>
          <add segment="_headers" />
          <add segment="_redirects" />
          <add segment=".nojekyll" />
          <add segment=".asx-release-archive" />
        </hiddenSegments>
      </requestFiltering>
    </security>
    <staticContent>
${types.join('\n')}
    </staticContent>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
${[...headers, header('Cache-Control', ASK), header('Cross-Origin-Resource-Policy', 'cross-origin')].map((line) => `        ${line}`).join('\n')}
      </customHeaders>
    </httpProtocol>
  </system.webServer>
${[
  location('_astro', sent({ 'Cache-Control': KEEP, ...OWN })),
  location('pagefind', sent({ 'Cache-Control': KEEP, ...OWN })),
  ...CHANGING_OF_SEARCH.map((name) => location(`pagefind/${name}`, sent({ 'Cache-Control': ASK, ...OWN }))),
  ...['data', 'rss.xml', 'atom.xml'].map((open) => location(open, sent(OPEN))),
  ...namedTypes(),
  // IIS knows no pattern of file names: pages in these folders may be read by scripts too.
  ...FEED_PLACES.map((folder) => location(folder, staticType('.json', 'application/feed+json') + sent(OPEN))),
  ...(policy === undefined ? [] : [location('embed/latest', sent({ 'Content-Security-Policy': policy }))]),
  ...moved,
].join('\n')}
</configuration>
`;
}

/** Endings for which every IIS has the right type. */
const KNOWN: ReadonlySet<string> = new Set(['.docx', '.xlsx', '.pptx', '.doc', '.xls', '.ppt']);

function header(name: string, value: string): string {
  return `<add name="${name}" value="${escapeMarkup(value)}" />`;
}

/** The types of files that their endings do not tell; other files of such a folder have those of their endings. */
function namedTypes(): string[] {
  return Object.entries(TYPES_BY_NAME).flatMap(([name, type]) => {
    const ending = path.extname(name);
    if (ending === '' || TEXT_TYPES[ending] === type) return [];
    const headers = isFeed(name) ? sent(OPEN) : '';
    return foldersOf(name)
      .filter((folder) => !folder.includes(':'))
      .map((folder) => location(folder + name, staticType(ending, type) + headers));
  });
}

/** Headers in the place of the site's. */
function sent(headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `<remove name="${name}" />${header(name, value)}`);
  return `<httpProtocol><customHeaders>${lines.join('')}</customHeaders></httpProtocol>`;
}

function staticType(ending: string, type: string): string {
  return `<staticContent><remove fileExtension="${ending}" /><mimeMap fileExtension="${ending}" mimeType="${inUtf8(type)}" /></staticContent>`;
}

/** What IIS takes for no path of a `location`: it would refuse the whole file, and with it the site. */
const NO_LOCATION = /^[ .]|[?:\\*"<>|]/;

/** Settings of a file, or of a folder with all that lies in it. IIS takes one such element for a path. */
function location(at: string, settings: string): string {
  return `  <location path="${escapeMarkup(at)}">\n    <system.webServer>${settings}</system.webServer>\n  </location>`;
}
