import { aliasSpellings } from '../../archive/alias-spellings.ts';
import { aliasFile } from '../../archive/alias-file.ts';
import { escapeMarkup } from '../../text/markup.ts';
import { compareText } from '../../text/compare-text.ts';
import type { Release } from '../../release/schema.ts';
import { contentPolicy } from '../../data/content-policy.ts';
import type { Site } from '../site.ts';

/** How the old addresses of an archive lead to the releases that they belonged to. */
interface Redirects {
  /** Pages at old addresses, for hosts that know no redirects: file below the site's root, and its content. */
  readonly pages: ReadonlyMap<string, string>;
  /** `_redirects`, as Cloudflare Pages and Netlify read it; `undefined` where there is nothing to say. */
  readonly file: string | undefined;
  /** How many old addresses there are: each has a line, and one more where it holds letters beyond ASCII. */
  readonly count: number;
}

/**
 * The redirects from the aliases of all releases. Lines come in the order of code units.
 * In a line `*` and `:name` would stand for anything; the check refuses such aliases.
 */
export function redirects(site: Pick<Site, 'archive' | 'urls'>): Redirects {
  const { archive, urls } = site;
  const aliases = archive.releases
    .flatMap((release) => (release.aliases ?? []).map((alias) => ({ alias, release })))
    .toSorted((a, b) => compareText(a.alias, b.alias));
  const pages = aliases.flatMap(({ alias, release }) => {
    const file = aliasFile(alias);
    return file === undefined ? [] : [[file, redirectPage(site, release)] as const];
  });
  // Hosts compare addresses as they are sent or with their letters decoded: a line for each.
  const lines = aliases.flatMap(({ alias, release }) => {
    const { encoded, plain } = aliasSpellings(alias);
    return [...new Set([encoded, plain])].map(
      (spelling) => `${urls.base}${spelling.slice(1)} ${target(site, release)} 301\n`,
    );
  });
  return {
    pages: new Map(pages),
    file: lines.length === 0 ? undefined : lines.join(''),
    count: aliases.length,
  };
}

/** Leads on at once, has a link, and carries the policy of all pages. Search engines read such a page as a permanent redirect. */
function redirectPage(site: Pick<Site, 'urls'>, release: Release): string {
  const address = escapeMarkup(target(site, release));
  const title = escapeMarkup(release.title);
  return `<!DOCTYPE html>
<html lang="en-AU">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${contentPolicy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <meta http-equiv="refresh" content="0; url=${address}">
    <link rel="canonical" href="${escapeMarkup(site.urls.absolute(target(site, release)))}">
    <link rel="icon" href="${escapeMarkup(site.urls.path('favicon.svg'))}" type="image/svg+xml">
  </head>
  <body>
    <h1>This release has moved</h1>
    <p><a href="${address}">${title}</a></p>
  </body>
</html>
`;
}

function target({ urls }: Pick<Site, 'urls'>, release: Release): string {
  return urls.release(release.id);
}
