import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createUrls } from '../../../src/archive/urls.ts';
import { hostingFiles, HOSTINGS } from '../../../src/build/output/hosts/hosting.ts';
import { redirects } from '../../../src/build/output/redirects.ts';
import { contentPolicy } from '../../../src/data/content-policy.ts';
import { escapeMarkup } from '../../../src/text/markup.ts';
import { apacheMissing, serveWithApache } from '../../support/apache.ts';
import { archiveOf } from '../../support/archive.ts';
import { caddyMissing, serveWithCaddy } from '../../support/caddy.ts';
import { codeBlock } from '../../support/code-block.ts';
import { nginxMissing, serveWithNginx } from '../../support/nginx.ts';
import { serveFolder } from '../../support/serve.ts';
import { xmlFaultsByName } from '../../support/xml.ts';

const OLD = [
  '/news/café/',
  '/r%C3%A9sum%C3%A9.pdf',
  '/news/Trading%20Halt.html',
  '/wp-content/uploads/2024/10/Trading-Halt.pdf',
  '/irm/PDF/1234_0/TradingHalt',
  '/announcements/trading-halt.php',
  '/show.aspx',
  '/Trading-Halt.pdf',
  "/a+b&c's%25.pdf",
  '/新闻/公告',
  '/q(1)[2].$x/'.replace(/[[\]]/g, encodeURIComponent),
];
const urls = createUrls({ origin: 'https://archive.example', base: '/' });
const archive = archiveOf({ '2020/first': `aliases: ${JSON.stringify([...OLD, '/a%20%22quoted%22%20one.pdf'])}` });
const site = { archive, urls, preview: false, endings: ['.html', '.pdf', '.pf_meta'] };
const files = hostingFiles(HOSTINGS, site);
const framed = { ...site, archive: archiveOf({}, { embedOn: ['https://www.example.com'] }) };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'old-addresses-'));
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  for (const [name, text] of [...redirects(site).pages, ...files]) write(name, text);
  write('releases/2020/first/index.html', 'the release');
  write('404.html', 'not here');
  write('embed/index.html', 'how to');
  write('embed/latest/index.html', 'the newest');
  write('_redirects', redirects(site).file ?? '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['a plain file server', () => undefined, () => serveFolder(folder)],
  ['nginx', nginxMissing, async () => serveWithNginx(folder, await codeBlock('docs/hosting.md', 'nginx'))],
  ['Caddy', caddyMissing, async () => serveWithCaddy(folder, await codeBlock('docs/hosting.md', 'caddyfile'))],
  ['Apache', apacheMissing, () => serveWithApache(folder)],
])('%s', (name, missing, serve) => {
  test('leads from every old address, plain and percent-encoded, to the release', async ({ skip }) => {
    const reason = missing();
    if (reason !== undefined) skip(reason);
    const server = await serve();
    const { url } = server;
    try {
      // Not every disk holds a page at such a name.
      for (const old of name === 'a plain file server' ? OLD : [...OLD, '/a%20%22quoted%22%20one.pdf']) {
        const response = await fetch(new URL(old, url));
        const text = await response.text();
        expect([response.status, /the release|refresh.*\/releases\/2020\/first\//.test(text)], old).toEqual([
          200,
          true,
        ]);
        // What has a list of redirects answers with one.
        if (name !== 'a plain file server') expect(new URL(response.url).pathname, old).toBe('/releases/2020/first/');
      }
      expect((await fetch(new URL('/nothing', url))).status).toBe(404);
      expect((await fetch(new URL('/_redirects', url))).status).toBe(name === 'a plain file server' ? 200 : 404);
    } finally {
      await server.close();
    }
  });
});

/** Settings of the document, with the line for sites of embedOn in force. */
async function framedBlock(language: string): Promise<string> {
  const block = await codeBlock('docs/hosting.md', language);
  const line = /^(\s*)# (.*\/embed\/latest\/.*https:\/\/www\.example\.com.*)$/m;
  expect(block).toMatch(line);
  return block.replace(line, '$1$2');
}

describe.each([
  ['nginx', nginxMissing, async () => serveWithNginx(folder, await framedBlock('nginx'))],
  ['Caddy', caddyMissing, async () => serveWithCaddy(folder, await framedBlock('caddyfile'))],
  ['Apache', apacheMissing, () => serveWithApache(folder)],
])('%s', (_name, missing, serve) => {
  test('lets the sites of embedOn show /embed/latest/, and nobody any other page', async ({ skip }) => {
    const reason = missing();
    if (reason !== undefined) skip(reason);
    writeFileSync(path.join(folder, '.htaccess'), hostingFiles(['apache'], framed).get('.htaccess') ?? '');
    const server = await serve();
    try {
      const policy = async (page: string): Promise<string | null> =>
        (await fetch(new URL(page, server.url))).headers.get('content-security-policy');
      // One policy alone, since browsers keep all of several.
      expect(await policy('/embed/latest/')).toBe(`${contentPolicy}; frame-ancestors https://www.example.com`);
      for (const page of ['/', '/embed/', '/releases/2020/first/', '/nothing'])
        expect(await policy(page), page).toBe(`${contentPolicy}; frame-ancestors 'none'`);
    } finally {
      await server.close();
    }
  });
});

test('the files of IIS and Azure let the sites of embedOn show /embed/latest/ alone', () => {
  const written = hostingFiles(['iis', 'azure'], framed);
  const policy = `${contentPolicy}; frame-ancestors https://www.example.com`;
  const { routes, globalHeaders } = JSON.parse(written.get('staticwebapp.config.json') ?? '') as {
    routes: { route: string; headers?: Record<string, string> }[];
    globalHeaders: Record<string, string>;
  };
  const framing = routes.filter(({ headers }) => headers?.['Content-Security-Policy'] !== undefined);
  expect(framing).toEqual([{ route: '/embed/latest*', headers: { 'Content-Security-Policy': policy } }]);
  expect(globalHeaders['Content-Security-Policy']).toBe(`${contentPolicy}; frame-ancestors 'none'`);
  const config = written.get('web.config') ?? '';
  const place = /<location path="embed\/latest">[^]*?<\/location>/.exec(config)?.[0] ?? '';
  expect(place).toContain(`<remove name="Content-Security-Policy" />`);
  expect(place).toContain(escapeMarkup(policy));
  expect(config.split('frame-ancestors https:')).toHaveLength(2);
});

test('_redirects has a line for an old address as it is sent, and one with its letters', () => {
  const lines = (redirects(site).file ?? '').split('\n').map((line) => line.split(' ')[0]);
  for (const one of ['/news/café/', '/news/caf%C3%A9/', '/résumé.pdf', '/r%C3%A9sum%C3%A9.pdf', '/新闻/公告'])
    expect(lines).toContain(one);
  expect(lines).toContain('/%E6%96%B0%E9%97%BB/%E5%85%AC%E5%91%8A');
  expect(lines.filter((line) => line?.includes('Trading%20Halt'))).toHaveLength(1);
});

test('_redirects has no line for an old address with its letters where hosts would decode it once more', () => {
  const twice = { ...site, archive: archiveOf({ '2020/first': 'aliases: /news/%252A' }) };
  expect(redirects(twice).file).toBe('/news/%252A /releases/2020/first/ 301\n');
});

test('no host reads a command, an environment variable or a path that it refuses out of an old address', () => {
  const of = (alias: string): ReadonlyMap<string, string> =>
    hostingFiles(HOSTINGS, { ...site, archive: archiveOf({ '2020/first': `aliases: ${JSON.stringify(alias)}` }) });
  // Caddy puts what the environment holds into its file before it reads it.
  expect(of('/caddy%7B$HOME%7D').get('_redirects.caddy')).not.toContain('{$');
  expect(of('/caddy%7B$HOME%7D').get('.htaccess')).not.toContain('${');
  // A path of IIS holds none of the signs that Windows keeps for itself, and does not begin with a dot or a space.
  for (const alias of ['/a%3Cb', '/10:30/', '/a%22b', '/%20a', '/a%7Cb'])
    expect(of(alias).get('web.config'), alias).not.toContain('<httpRedirect');
  // nginx takes keys of a map up to the size of its buckets, and tokens up to that of its buffer.
  expect(of(`/${'long/'.repeat(300)}`).get('_redirects.nginx')).toBe('');
});

test('web.config is XML, has a type for every ending of the site, and each path once', async () => {
  const text = files.get('web.config') ?? '';
  expect(await xmlFaultsByName(new Map([['web.config', text]]))).toEqual([]);
  for (const ending of ['.pf_meta', '.md', '.csv', '.opml', '.json', '.'])
    expect(text.split(`<mimeMap fileExtension="${ending}" `).length, ending).toBeGreaterThan(1);
  const paths = [...text.matchAll(/<location path="([^"]*)"/g)].map((match) => match[1]);
  expect(new Set(paths).size).toBe(paths.length);
  expect(text).toContain('<location path="wp-content/uploads/2024/10/Trading-Halt.pdf">');
});

const KEEP = 'public, max-age=31536000, immutable';
const ASK = 'public, max-age=0, must-revalidate';

/** What a host sends beside that for every file: the type where the settings name one for this file, who may read it, how long it is kept. */
type Sent = readonly [type: string | undefined, open: boolean, kept: string];

const SENT: readonly (readonly [file: string, sent: Sent])[] = [
  ...['rss.xml', 'types/dividend/rss.xml', 'companies/xmx/atom.xml', 'releases/2024/1/atom.xml'].map(
    (file) => [file, ['application/xml', true, ASK]] as const,
  ),
  ...['feed.json', 'price-sensitive/feed.json', 'types/dividend/2/feed.json', 'releases/2024/1/feed.json'].map(
    (file) => [file, ['application/feed+json', true, ASK]] as const,
  ),
  ['data/releases.json', ['application/json', true, ASK]],
  ['data/release.schema.json', ['application/schema+json', true, ASK]],
  ['data/releases.schema.json', ['application/schema+json', true, ASK]],
  ['opensearch.xml', ['application/opensearchdescription+xml', false, ASK]],
  ['feeds.opml', ['text/x-opml', false, ASK]],
  ['SHA256SUMS', ['text/plain', false, ASK]],
  ['SHA256SUMS.sig', ['text/plain', false, ASK]],
  ['archive/allowed_signers', ['text/plain', false, ASK]],
  ['pagefind/shards.json', ['application/json', false, ASK]],
  ['pagefind/names.json', ['application/json', false, ASK]],
  ['pagefind/2024-1a2b/index/1_.pf_index', ['application/octet-stream', false, KEEP]],
  ['_astro/x.1a2b.css', ['text/css', false, KEEP]],
];

test.each(SENT)('on Azure and IIS /%s has its type, is open or not, and is kept as long as it may be', (file, sent) => {
  const some = hostingFiles(['azure', 'iis'], { ...site, endings: ['.pf_index'] });
  expect(onAzure(some.get('staticwebapp.config.json') ?? '', file)).toEqual(sent);
  expect(onIis(some.get('web.config') ?? '', file)).toEqual(sent);
});

/** The first route that fits counts. `x/*.{a}` stands for files of that ending at any depth. */
function onAzure(text: string, file: string): Sent {
  type Headers = Readonly<Record<string, string>>;
  const { routes, globalHeaders, mimeTypes } = JSON.parse(text) as {
    readonly routes: readonly { readonly route: string; readonly headers?: Headers }[];
    readonly globalHeaders: Headers;
    readonly mimeTypes: Headers;
  };
  const first = routes.find(({ route }) => {
    const [, start = '', ending = ''] = /^([^*]*)\*(?:\.\{(\w+)\})?$/.exec(route) ?? [];
    return route.includes('*') ? `/${file}`.startsWith(start) && file.endsWith(ending) : route === `/${file}`;
  });
  const headers: Headers = { ...globalHeaders, ...first?.headers };
  const type = headers['Content-Type'] ?? mimeTypes[path.extname(file)];
  return [bare(type), headers['Access-Control-Allow-Origin'] === '*', headers['Cache-Control'] ?? ''];
}

/** The settings of the site, then those of each folder on the way and of the file; what comes later counts. */
function onIis(text: string, file: string): Sent {
  const at = text.indexOf('<location ');
  const places = [...text.slice(at).matchAll(/<location path="([^"]*)">([^]*?)<\/location>/g)]
    .filter(([, place]) => file === place || file.startsWith(`${place}/`))
    .toSorted((a, b) => (a[1] ?? '').length - (b[1] ?? '').length);
  const settings = [text.slice(0, at), ...places.map(([, , inside]) => inside)].join('');
  const last = (pattern: RegExp): string | undefined => [...settings.matchAll(pattern)].at(-1)?.[1];
  const ending = path.extname(file) || '.';
  const type = last(new RegExp(`<mimeMap fileExtension="${ending.replace('.', '\\.')}" mimeType="([^"]*)"`, 'g'));
  const open = last(/<add name="Access-Control-Allow-Origin" value="([^"]*)"/g) === '*';
  return [bare(type), open, last(/<add name="Cache-Control" value="([^"]*)"/g) ?? ''];
}

function bare(type: string | undefined): string | undefined {
  return type?.replace('; charset=utf-8', '');
}

test('staticwebapp.config.json stays within the 20 KB that Azure reads, however many old addresses there are', () => {
  const aliases = Array.from({ length: 400 }, (_, index) => `/news/an-old-address-of-some-length-${index}/`);
  const many = { ...site, archive: archiveOf({ '2020/first': `aliases: ${JSON.stringify(aliases)}` }) };
  const text = hostingFiles(['azure'], many).get('staticwebapp.config.json') ?? '';
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(20_000);
  expect(Buffer.byteLength(text)).toBeGreaterThan(19_000);
  const { routes } = JSON.parse(text) as { routes: { route: string; redirect?: string }[] };
  expect(routes).toContainEqual({
    route: '/news/an-old-address-of-some-length-0/',
    redirect: '/releases/2020/first/',
    statusCode: 301,
  });
});

test('only the hosts that were asked for get files', () => {
  expect([...hostingFiles([], site).keys()]).toEqual([]);
  expect([...hostingFiles(['apache', 'workers'], site).keys()]).toEqual([
    '.htaccess',
    'wrangler.json',
    '.assetsignore',
  ]);
});
