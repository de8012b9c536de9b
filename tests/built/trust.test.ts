import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Ajv from 'ajv';
import { expect, onTestFinished, test } from 'vitest';
import { seal } from '../../src/cli/seal.ts';
import { verify } from '../../src/cli/verify.ts';
import { config } from '../../src/config.ts';
import { DIGEST_COMMAND } from '../../src/data/checksums.ts';
import { columns } from '../../src/data/columns.ts';
import { testContext } from '../cli/test-context.ts';
import { buildSite } from '../support/build.ts';
import { articleText, parseHtml, readableText } from '../support/html.ts';
import { builtPage, builtSite, readBuilt } from '../support/site.ts';
import { HOSTINGS } from '../../src/build/output/hosts/hosting.ts';
import { newsArticleShape } from './news-article.ts';
import { sampleArchive } from '../support/sample-archive.ts';

const fixtures = sampleArchive();

const KINDS = [
  [
    '2023/2023-02-01-corrected',
    '2023/2023-02-02-correction',
    'correction',
    'corrected on 2 February 2023',
    'corrects',
    'Corrected',
    'Correction',
  ],
  [
    '2023/2023-03-07-clarified',
    '2023/2023-03-08-clarification',
    'clarification',
    'clarified on 8 March 2023',
    'clarifies',
    'Clarified',
    'Clarification',
  ],
  [
    '2023/2023-04-28-replaced',
    '2023/2023-05-01-replacement',
    'replacement',
    'replaced on 1 May 2023',
    'replaces',
    'Replaced',
    'Replacement',
  ],
  [
    '2023/2023-06-06-retracted',
    '2023/2023-06-07-retraction',
    'retraction',
    'retracted on 7 June 2023',
    'retracts',
    'Retracted',
    'Retraction',
  ],
  [
    '2023/2023-08-01-cancelled',
    '2023/2023-08-21-cancellation',
    'cancellation',
    'cancelled on 21 August 2023',
    'cancels',
    'Cancelled',
    'Cancellation',
  ],
] as const;

const banner = (page: Document): string =>
  readableText(page.querySelector('aside.correction') ?? page.createElement('p')).replace(/\s+/g, ' ');
const marks = (page: Document | Element): string[] =>
  [...page.querySelectorAll('.mark')].map((mark) => mark.textContent.trim());

test.each(KINDS)(
  '%s says before its text that it was corrected, and %s what it corrects (%s)',
  async (original, later, _, past, present, mark, ownMark) => {
    const page = await builtPage(`/releases/${original}/`);
    expect(banner(page)).toContain(`This release was ${past} by`);
    expect(page.querySelector('aside.correction a')?.getAttribute('href')).toBe(`/releases/${later}/`);
    expect(page.querySelector('main')?.innerHTML.indexOf('class="correction')).toBeLessThan(
      page.querySelector('main')?.innerHTML.indexOf('<article') ?? 0,
    );
    expect(marks(page.querySelector('article') ?? page)).toContain(mark);
    const correcting = await builtPage(`/releases/${later}/`);
    expect(banner(correcting)).toContain(`This release ${present} that of`);
    expect(correcting.querySelector('aside.correction a')?.getAttribute('href')).toBe(`/releases/${original}/`);
    expect(marks(correcting.querySelector('article') ?? correcting)).toContain(ownMark);
  },
);

test('a correction shows each change as it was and is now on both pages, outside of the article', async () => {
  for (const id of ['2023/2023-02-01-corrected', '2023/2023-02-02-correction']) {
    const page = await builtPage(`/releases/${id}/`);
    const changes = [...page.querySelectorAll('aside.correction li')].map((item) =>
      item.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(changes).toEqual([
      'headline and first paragraph: was 31 m at 8.1% copper, is now 31 m at 1.8% copper',
      'was BBDD032, is 120 m to the north, is now BBDD032, is 120 m to the south',
    ]);
    expect(page.querySelector('article del, article ins, article aside')).toBeNull();
  }
});

test('the text of a corrected release stands as it was', async () => {
  const text = articleText(await builtPage('/releases/2023/2023-06-06-retracted/'));
  expect(text).toContain(
    "The Company's exploration target suggests that production at Boundary Bore could last for 60 years.",
  );
});

test('every member of a chain of three shows the whole chain in order, itself marked', async () => {
  const chain = ['2024/2024-01-30-chain-first', '2024/2024-01-31-chain-second', '2024/2024-02-05-chain-third'];
  for (const id of chain) {
    const page = await builtPage(`/releases/${id}/`);
    const items = [...page.querySelectorAll('[aria-labelledby=page-matter] .sequence li')];
    expect(items.map((item) => item.querySelector('a')?.getAttribute('href') ?? 'this')).toEqual(
      chain.map((other) => (other === id ? 'this' : `/releases/${other}/`)),
    );
    expect(page.querySelector('aside.correction a[href="#page-matter"]')).not.toBeNull();
    expect(items[chain.indexOf(id)]?.querySelector('[aria-current=page]')).not.toBeNull();
    expect(items.map(marks)).toEqual([['Corrected'], ['Corrected', 'Correction'], ['Correction']]);
  }
});

test('every member of a matter shows all of it in order, whichever file names it', async () => {
  const matter = ['2022/2022-04-04-trading-halt', '2022/2022-04-06-placement', '2022/2022-04-14-related'];
  for (const id of matter) {
    const page = await builtPage(`/releases/${id}/`);
    const items = [...page.querySelectorAll('[aria-labelledby=page-matter] li')];
    expect(items.map((item) => item.querySelector('a')?.getAttribute('href') ?? 'this')).toEqual(
      matter.map((other) => (other === id ? 'this' : `/releases/${other}/`)),
    );
  }
});

test('lists, /corrections/, its feeds and open data tell of every correction', async () => {
  const list = await builtPage('/corrections/');
  const year = await builtPage('/releases/2023/');
  const { releases } = JSON.parse(await readBuilt('data/releases.json')) as { releases: Record<string, unknown>[] };
  const csv = await readBuilt('data/releases.csv');
  const feeds = await Promise.all(['rss.xml', 'atom.xml', 'feed.json'].map((name) => readBuilt(`corrections/${name}`)));
  for (const [original, later, kind, past, , mark, ownMark] of KINDS) {
    expect([...list.querySelectorAll('.releases a')].map((link) => link.getAttribute('href'))).toContain(
      `/releases/${later}/`,
    );
    const item = (id: string) =>
      [...year.querySelectorAll('.releases li')].find((one) => one.querySelector(`a[href="/releases/${id}/"]`));
    expect(marks(item(original) ?? year)).toContain(mark);
    expect(marks(item(later) ?? year)).toContain(ownMark);
    for (const feed of feeds) expect(feed).toContain(`/releases/${original}/`);
    expect(releases.find(({ id }) => id === original)).toMatchObject({ correctedBy: [{ release: later, kind }] });
    expect(releases.find(({ id }) => id === later)).toMatchObject({ corrects: [{ release: original, kind }] });
    expect(
      csv.split('\r\n').filter((line) => line.startsWith(`${original},`) && line.includes(`,${later},`)).length,
    ).toBe(1);
    const everything = await readBuilt(`types/${await firstType(later)}/atom.xml`);
    expect(everything).toContain(past.split(' ')[0]);
  }
});

async function firstType(id: string): Promise<string> {
  const page = await builtPage(`/releases/${id}/`);
  return /\/types\/([^/]+)\//.exec(page.querySelector('.tags a.type')?.getAttribute('href') ?? '')?.[1] ?? '';
}

test('every release page says what is recorded of its origin, with digests that its files have', async () => {
  const page = await builtPage('/releases/2019/2019-09-03-pdf-attachment/');
  const text = readableText(page.querySelector('.provenance') ?? page.createElement('p'));
  expect(text).toContain('3 September 2019, 8:31 am AEST (Sydney)');
  expect(text).toContain('Example Minerals Limited (ASX:XMX)');
  for (const name of ['2019-09-03-pdf-attachment.md', '2019-09-03-boundary-bore-resource.pdf']) {
    expect(text).toContain(
      createHash('sha256')
        .update(readFileSync(path.join(fixtures, '2019', name)))
        .digest('hex'),
    );
  }
  expect(text).toMatch(/3 pages, 2 KB/);
});

test('the JSON-LD of every release has the shape of schema.org, and says nothing that is not recorded', async () => {
  const validate = new Ajv().compile(newsArticleShape);
  const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /(^|\/)[^_/]+\.md$/.test(file) && !/README|draft/.test(file),
  );
  const corrections: string[] = [];
  for (const file of files) {
    const page = parseHtml(await readBuilt(`releases/${file.replace(/\.md$/, '')}/index.html`));
    const data = JSON.parse(page.querySelector('script[type="application/ld+json"]')?.textContent ?? '') as {
      correction?: unknown;
    };
    validate(data);
    expect(validate.errors ?? [], file).toEqual([]);
    if (data.correction) corrections.push(file);
  }
  expect(files.length).toBeGreaterThan(70);
  expect(corrections.length).toBe(KINDS.length + 2);
});

test('sha256sum -c passes in the built site, verify too, and the digest can be computed by the command on /archive/', async () => {
  const site = builtSite();
  execFileSync('sha256sum', ['-c', '--quiet', '--strict', 'SHA256SUMS'], { cwd: site });
  const world = testContext('/');
  expect(await verify([site], world)).toBe(0);
  const page = await builtPage('/archive/');
  expect(page.querySelector('pre')?.textContent).toBe(DIGEST_COMMAND);
  const digest = execFileSync('sh', ['-c', DIGEST_COMMAND], { cwd: site, encoding: 'utf8' }).slice(0, 64);
  expect(page.querySelector('.digest')?.textContent).toBe(digest);
  expect(await readBuilt('atom.xml')).toContain(`title="SHA-256 of all releases and attachments: ${digest}"`);
  expect(await readBuilt('rss.xml')).toContain(`title="SHA-256 of all releases and attachments: ${digest}"`);
  expect(JSON.parse(await readBuilt('feed.json'))).toMatchObject({ _archive: { sha256: digest } });
});

test('/data/ explains every column in the order of the files', async () => {
  const page = await builtPage('/data/');
  const names = [...page.querySelectorAll('tbody th code')].map((cell) => cell.textContent);
  const { releases } = JSON.parse(await readBuilt('data/releases.json')) as { releases: object[] };
  for (const release of releases) expect(Object.keys(release)).toEqual(names);
  const [header] = (await readBuilt('data/releases.csv')).replace('\ufeff', '').split('\r\n');
  expect(header?.split(',')).toEqual(columns.filter(({ inCsv }) => inCsv !== false).map(({ name }) => name));
  for (const { name, missing } of columns) {
    if (missing !== undefined) continue;
    expect(
      releases.filter((release) => (release as Record<string, unknown>)[name] === null),
      name,
    ).toEqual([]);
  }
});

test('/archive/ has its picture with a title, and a table with the same numbers', async () => {
  const page = await builtPage('/archive/');
  expect(page.querySelector('.matrix svg title')?.textContent).toBe('Releases by year and announcement type');
  expect(page.querySelector('.matrix svg desc')?.textContent).toMatch(/Years 2016 to 2026/);
  const totals = [...page.querySelectorAll('tfoot td')].map((cell) => Number(cell.textContent));
  const { releases } = JSON.parse(await readBuilt('data/releases.json')) as { releases: object[] };
  expect(totals.at(-1)).toBe(releases.length);
  expect(totals.slice(0, -1).reduce((sum, count) => sum + count, 0)).toBe(releases.length);
});

const digestsIn = (site: string): string => readFileSync(path.join(site, 'SHA256SUMS'), 'utf8');

test('a build is byte for byte the same in another time zone, locale, folder and order of files', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'elsewhere-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const releases = path.join(folder, 'Übersee releases');
  // Written in the opposite order, so that a disk that lists files as they came lists them so.
  for (const file of readdirSync(fixtures, { recursive: true, withFileTypes: true }).toReversed()) {
    if (!file.isFile()) continue;
    const below = path.relative(fixtures, path.join(file.parentPath, file.name));
    mkdirSync(path.dirname(path.join(releases, below)), { recursive: true });
    cpSync(path.join(fixtures, below), path.join(releases, below));
  }
  const out = path.join(folder, 'out');
  const { status, output } = await buildSite({
    RELEASES_DIR: releases,
    OUT_DIR: out,
    SITE_URL: 'https://archive.example/',
    TZ: 'Pacific/Kiritimati',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
    CLEAN: '1',
    HOSTING: HOSTINGS.join(),
  });
  expect(status, output).toBe(0);
  expect(digestsIn(out)).toBe(digestsIn(builtSite()));
});

test('a sealed archive shows declared changes, leads on from a former address, keeps the feed id, and stops the build on others', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sealed-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const releases = path.join(folder, 'releases');
  cpSync(fixtures, releases, { recursive: true });
  const out = path.join(folder, 'out');
  const at = (name: string) => path.join(releases, name);
  const settings = { RELEASES_DIR: releases, OUT_DIR: out, SITE_URL: 'https://archive.example/' };
  const run = (...args: string[]) => seal(args, testContext(folder), config.advice);
  expect(run()).toBe(0);
  renameSync(at('2022/2022-02-15-contacts.md'), at('2022/2022-02-15-people.md'));
  rmSync(at('2021/2021-08-04-no-types.md'));
  writeFileSync(at('2019/2019-09-03-boundary-bore-resource.pdf'), '%PDF-1.4\nAnother document.\n%%EOF');

  const refused = await buildSite(settings);
  expect(refused.status).toBe(1);
  for (const address of ['2022/2022-02-15-contacts', '2021/2021-08-04-no-types', '2019/2019-09-03-pdf-attachment']) {
    expect(refused.output).toContain(`The release at /releases/${address}/ is sealed`);
  }

  expect(
    run('--amend', '2022/2022-02-15-contacts', '--renamed-to', '2022/2022-02-15-people', '--reason', 'A clearer name.'),
  ).toBe(0);
  expect(run('--amend', '2021/2021-08-04-no-types', '--withdrawn', '--reason', 'Of another <company>.')).toBe(0);
  expect(run('--amend', '2019/2019-09-03-pdf-attachment', '--reason', 'The signed document.')).toBe(0);
  const built = await buildSite(settings);
  expect(built.status, built.output).toBe(0);

  const read = (name: string) => readFileSync(path.join(out, name), 'utf8');
  const withdrawn = parseHtml(read('releases/2021/2021-08-04-no-types/index.html'));
  expect(readableText(withdrawn.querySelector('main') ?? withdrawn.body)).toContain(
    'It was taken out of this archive on 23 November 2026. Reason given: Of another <company>.',
  );
  expect(read('releases/2021/index.html')).not.toContain('no-types');
  const data = JSON.parse(read('data/releases.json')) as { releases: { id: string }[]; withdrawn: { id: string }[] };
  expect(data.releases.map(({ id }) => id)).not.toContain('2021/2021-08-04-no-types');
  expect(data.withdrawn).toMatchObject([
    { id: '2021/2021-08-04-no-types', changes: [{ kind: 'withdrawn', reason: 'Of another <company>.', now: {} }] },
  ]);
  expect(read('_redirects')).toContain('/releases/2022/2022-02-15-contacts/ /releases/2022/2022-02-15-people/ 301');
  expect(read('releases/2022/2022-02-15-contacts/index.html')).toContain('/releases/2022/2022-02-15-people/');
  const idOf = (json: string, id: string) => {
    const { releases: all } = JSON.parse(json) as { releases: { id: string; feedId: string }[] };
    return all.find((release) => release.id === id)?.feedId;
  };
  const feedId = idOf(await readBuilt('data/releases.json'), '2022/2022-02-15-contacts');
  expect(feedId).toMatch(/^urn:uuid:/);
  expect(idOf(read('data/releases.json'), '2022/2022-02-15-people')).toBe(feedId);
  expect(
    readdirSync(path.join(out, 'releases/2022'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('atom.xml'))
      .some((file) => read(`releases/2022/${file}`).includes(feedId ?? 'none')),
  ).toBe(true);
  const amended = parseHtml(read('releases/2019/2019-09-03-pdf-attachment/index.html'));
  const changes = readableText(amended.querySelector('[aria-labelledby=page-changes]') ?? amended.body);
  const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');
  expect(changes).toContain('23 November 2026');
  expect(changes).toContain('The signed document.');
  expect(changes).toContain(sha256(readFileSync(path.join(fixtures, '2019/2019-09-03-boundary-bore-resource.pdf'))));
  expect(changes).toContain(sha256('%PDF-1.4\nAnother document.\n%%EOF'));
});
