import { SECURITY_TXT } from '../../archive/site-paths.ts';
import { contentPolicy } from '../../data/content-policy.ts';
import type { Site } from '../site.ts';
import { ASK, foldersOf, inUtf8, isFeed, KEEP, LASTING_KINDS, TYPES_BY_NAME } from './hosts/served-types.ts';

/**
 * `_headers`, as Cloudflare Pages and Netlify read it: the policy, types of feeds, how long each kind of file may be kept,
 * and who may embed it. `entries` are the names in the site's root, those of folders with a slash at their end.
 *
 * Both hosts join the values of all rules that match, and only one of them knows a way to take a value back:
 * so no two rules here set one header for one address.
 * Cloudflare reads 100 rules, at most 2,000 characters a line, and one `*` a rule.
 * Netlify ignores letter case and a slash at an address's end, reads `x/*` as `x*`, and in a name with a `*` reads a dot
 * as any character: `*.md` would be true of the page `/appointment-of-md/`. So types are set for names in full,
 * with `:name` for a whole segment, which both hosts read alike; no release may have the name of a feed.
 */
export function headersFile(
  { urls, preview, archive }: Pick<Site, 'urls' | 'preview'> & { readonly archive: Pick<Site['archive'], 'settings'> },
  entries: readonly string[],
): string {
  const { embedOn } = archive.settings;
  const everyFile = headerPairs({ preview }).map(([name, value]) => `${name}: ${value}`);
  const rules: readonly Rule[] = [
    ['*', embedOn ? everyFile.map((line) => line.replace(NO_FRAMES, '')) : everyFile],
    ...(embedOn ? frameRules(entries, embedOn) : []),
    ...KEPT_FOR_EVER.map((path): Rule => [path, [`Cache-Control: ${KEEP}`]]),
    ...revalidated(entries).map((path): Rule => [path, [`Cache-Control: ${ASK}`]]),
    ...PROGRAM.map((path): Rule => [path, ['Cross-Origin-Resource-Policy: same-origin']]),
    ...published(entries).map((path): Rule => [path, ['Cross-Origin-Resource-Policy: cross-origin']]),
    ...OPEN.map((path): Rule => [path, ['Access-Control-Allow-Origin: *']]),
    ...CONTENT_TYPES.map(([path, type]): Rule => [path, [`Content-Type: ${type}`]]),
  ];
  // Of two blocks for one path Cloudflare would read the last.
  const blocks = Map.groupBy(rules, ([path]) => path);
  return [...blocks]
    .map(
      ([path, parts]) =>
        `${urls.base}${path}\n${parts.flatMap(([, lines]) => lines.map((line) => `  ${line}\n`)).join('')}`,
    )
    .join('\n');
}

/** The headers that every file is sent with. */
export function headerPairs({ preview }: Pick<Site, 'preview'>): readonly Header[] {
  return preview ? [...forEveryFile, ['X-Robots-Tag', 'noindex']] : forEveryFile;
}

/**
 * Who may show a page in a frame, where `archive.yml` names sites that may show `/embed/latest/`: a policy of its own beside that of
 * every file, since neither host knows an exception from a rule. Browsers keep both.
 */
function frameRules(entries: readonly string[], embedOn: readonly string[]): Rule[] {
  const nobody: readonly string[] = ["Content-Security-Policy: frame-ancestors 'none'"];
  const others = entries.filter((entry) => entry !== 'embed/' && !/^[_.]|^index\.html$/.test(entry));
  return [
    ['', nobody],
    ...others.map((entry): Rule => [entry.endsWith('/') ? `${entry}*` : entry, nobody]),
    ['embed/', nobody],
    ['embed/latest/', [`Content-Security-Policy: frame-ancestors ${embedOn.join(' ')}`]],
  ];
}

/** The whole policy of `/embed/latest/` for hosts that send one; `undefined` where `archive.yml` lets no site show it. */
export function embedPolicy({ archive }: { readonly archive: Pick<Site['archive'], 'settings'> }): string | undefined {
  const { embedOn } = archive.settings;
  return embedOn && `${contentPolicy}; frame-ancestors ${embedOn.join(' ')}`;
}

type Header = readonly [name: string, value: string];

/** A path below the base path, and the lines of its headers. */
type Rule = readonly [path: string, headers: readonly string[]];

/** Nobody shows a page in a frame. */
const NO_FRAMES = "; frame-ancestors 'none'";

/** What is sent with every file; most of it counts for pages, and for documents and pictures that are opened by themselves. */
const forEveryFile: readonly Header[] = [
  ['Content-Security-Policy', contentPolicy + NO_FRAMES],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  // Nothing here asks for these. Full screen is not among them: the browser's reader of PDF documents offers it.
  ['Permissions-Policy', 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()'],
  // No page opens windows or works in one that another site opened, so the two need no hold of each other.
  ['Cross-Origin-Opener-Policy', 'same-origin'],
];

/** Files whose names hold a digest of their content. */
const KEPT_FOR_EVER = ['_astro/*', ...LASTING_KINDS.map((kind) => `pagefind/*.pf_${kind}`)] as const;

/** Styles, scripts and the search index: only pages of this site load them. */
const PROGRAM = ['_astro/*', 'pagefind/*'] as const;

/** Feeds and open data, which scripts on any other site may read. */
const OPEN = ['data/*', ...Object.keys(TYPES_BY_NAME).filter(isFeed).flatMap(placesOf)];

/** What hosts do not know by the ending, or know otherwise. Sources end in `.md`, which both hosts know. */
const CONTENT_TYPES = Object.entries(TYPES_BY_NAME).flatMap(([name, type]) =>
  placesOf(name).map((path) => [path, inUtf8(type)] as const),
);

function placesOf(name: string): readonly string[] {
  return foldersOf(name).map((folder) => folder + name);
}

/** Everything else; of the search index the files with fixed names. */
function revalidated(entries: readonly string[]): string[] {
  return [...published(entries), ...(entries.includes('pagefind/') ? ['pagefind/*.json'] : [])];
}

/**
 * Everything but the program, which others may embed: feed readers in browsers show the pictures of releases on pages
 * of their own, chat programs and other sites the preview picture and the icons, and some readers a PDF document.
 */
function published(entries: readonly string[]): string[] {
  const others = entries.filter(
    (entry) => !/^(_astro\/|pagefind\/|index\.html|_.*|\.nojekyll|\.asx-release-archive)$/.test(entry),
  );
  const folders = others.filter((entry) => entry.endsWith('/')).map((entry) => entry.slice(0, -1));
  // On Netlify the rule of `feeds/` counts for `feeds.opml` too; Cloudflare's own defaults are right for it.
  const files = others.filter((entry) => !entry.endsWith('/') && !folders.some((folder) => entry.startsWith(folder)));
  return ['', ...folders.map((folder) => `${folder}/*`), ...files];
}

/** `/.well-known/security.txt` (RFC 9116), where `archive.yml` names a contact; it holds to the end of its last day. */
export function securityTxt({ archive, urls }: Pick<Site, 'archive' | 'urls'>): string | undefined {
  const security = archive.settings.security;
  if (!security) return undefined;
  const own = urls.absolute(urls.path(SECURITY_TXT));
  return `Contact: ${security.contact}\nExpires: ${security.expires}T23:59:59Z\nPreferred-Languages: en\nCanonical: ${own}\n`;
}
