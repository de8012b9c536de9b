import { embedPolicy, headerPairs } from '../host-files.ts';
import type { HostedSite } from './hosting.ts';
import { oldAddresses } from './old-addresses.ts';
import { ASK, inUtf8, KEEP, LASTING, TEXT_TYPES, TYPES_BY_NAME } from './served-types.ts';

/**
 * `.htaccess` for Apache 2.4 where `AllowOverride` allows `FileInfo` and `Indexes`: what `_headers` and `_redirects` say.
 * What needs a module that is not loaded is left out by Apache itself.
 */
export function htaccess(site: HostedSite): string {
  const { base } = site.urls;
  const path = base.replace(/[.\\+*?[\]^$(){}|]/g, '\\$&');
  const headers = headerPairs(site).map(([name, value]) => `  Header always set ${name} "${value}"`);
  const types = Object.entries(TYPES_BY_NAME).map(
    ([name, type]) => `<Files "${name}">\n  ForceType "${inUtf8(type)}"\n</Files>`,
  );
  const endings = Object.entries(TEXT_TYPES).map(([ending, type]) => `AddType "${inUtf8(type)}" ${ending}`);
  const redirects = oldAddresses(site).flatMap(({ decoded, target }) =>
    decoded === undefined
      ? []
      : [`  RewriteRule "^${quoted(decoded.replace(/\/$/, ''))}/?$" "${target}" [R=301,L,NE,QSD]`],
  );
  const policy = embedPolicy(site);
  const embedding =
    policy === undefined
      ? ''
      : `  <If "%{REQUEST_URI} =~ m#^${path}embed/latest/#">\n    Header always set Content-Security-Policy "${policy}"\n  </If>\n`;
  return `# Written by npm run build with HOSTING=apache, which replaces it.
DirectoryIndex index.html
ErrorDocument 404 ${base}404.html

# What other hosts read is not for visitors.
RedirectMatch 404 "^${path}(_headers|_redirects.*|\\.[^/]+)$"

${endings.join('\n')}
${types.join('\n')}

<IfModule mod_headers.c>
${headers.join('\n')}
  Header set Cache-Control "${ASK}"
  Header always set Cross-Origin-Resource-Policy "cross-origin"
  <If "%{REQUEST_URI} =~ m#^${path}(?:${LASTING})#">
    Header set Cache-Control "${KEEP}"
  </If>
  <If "%{REQUEST_URI} =~ m#^${path}(?:_astro|pagefind)/#">
    Header always set Cross-Origin-Resource-Policy "same-origin"
  </If>
  <If "%{REQUEST_URI} =~ m#^${path}data/|/(?:(?:rss|atom)\\.xml|feed\\.json)$#">
    Header always set Access-Control-Allow-Origin "*"
  </If>
${embedding}</IfModule>

<IfModule mod_deflate.c>
  AddOutputFilterByType DEFLATE text/html text/css text/javascript text/plain text/markdown text/csv text/x-opml
  AddOutputFilterByType DEFLATE application/json application/xml application/feed+json application/schema+json image/svg+xml
</IfModule>
${redirects.length === 0 ? '' : `\n<IfModule mod_rewrite.c>\n  RewriteEngine On\n${redirects.join('\n')}\n</IfModule>\n`}`;
}

/** A text in a regular expression between quotation marks. */
function quoted(text: string): string {
  return text.replace(/[.\\+*?[\]^$(){}|%]/g, '\\$&').replaceAll('"', '\\x22');
}
