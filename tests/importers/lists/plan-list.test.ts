import { expect, test } from 'vitest';
import { planList } from '../../../src/importers/lists/plan-list.ts';
import { writeZip } from '../../../src/importers/zip.ts';

const plan = (name: string, content: string | Uint8Array) =>
  planList(name, Buffer.from(content), undefined, '2026-11-29');
const text = (bytes: Uint8Array | undefined) => /<main>(.*)<\/main>/s.exec(new TextDecoder().decode(bytes))?.[1];

test('planList() takes the columns of a portal, and names those that it does not use', async () => {
  const { releases, columns } = await plan(
    'list.csv',
    'Header,document_release_date,Market Sensitive?,number_of_pages,Document ID,URL,Authorised By,Code,Size\n' +
      'First metal,2024-07-22T22:05:00.000Z,true,3 pages,02257543,https://example.com/a.pdf,the Board,XMX.AX,120KB\n' +
      'Second metal,14-Oct-24 8:31 a.m.,N,,,,,ASX:XMX,\n',
  );
  expect(columns.at(-1)).toBe('not used: column "Size"');
  expect(releases).toMatchObject([
    {
      code: ['XMX'],
      date: { day: '2024-07-23', time: '08:05:00' },
      fields: {
        priceSensitive: true,
        authorisedBy: 'the Board',
        source: { url: 'https://example.com/a.pdf', exchangeId: '02257543' },
        attachments: [{ url: 'https://example.com/a.pdf', pages: 3 }],
      },
    },
    { code: ['XMX'], date: { day: '2024-10-14', time: '08:31' }, fields: { priceSensitive: false } },
  ]);
});

test.each([
  ['14-Oct-24', '2024-10-14', undefined],
  ['3-Mar-99 9:05am', '1999-03-03', '09:05'],
  ['Thursday 14 March 2024 9:02 P.M.', '2024-03-14', '21:02'],
  ['Mar 5 2024 9:02 am AWST', '2024-03-05', '12:02'],
  ['2024-10-14T08:31:45+1100', '2024-10-14', '08:31:45'],
])('planList() reads the date %s', async (written, day, time) => {
  const { releases } = await plan('list.csv', `headline,date,code\nMetal,${written},XMX\n`);
  expect({ day: releases[0]?.date.day, time: releases[0]?.date.time }).toEqual({ day, time });
});

test('planList() says of each value that it cannot take what to write', async () => {
  const { releases, findings } = await plan(
    'list.csv',
    'headline,date,code,price sensitive,pages,document id,url\nMetal,30/07/2020,XMX,maybe,many,2257543,example.com\n',
  );
  expect(releases[0]?.fields).toEqual({});
  expect(findings.map(({ message }) => message)).toEqual([
    'The row names a web address and no file, so the release has no text, but a link.',
    '"maybe" does not say whether it is price sensitive; it was left out.',
    '"many" is not a number of pages; it was left out.',
    '"2257543" is not an id of the exchange; it was left out.',
    '"example.com" is not a web address; it was left out.',
  ]);
  expect(findings[3]?.hint).toContain('dropped its leading zeros');
});

test('planList() recognises the encoding of Excel for Mac', async () => {
  const { releases, columns } = await plan(
    'list.csv',
    Buffer.from('headline,date,code\nCompany\u00d5s metal \u00d0 pure,30/07/2020,XMX\n', 'latin1'),
  );
  expect(releases[0]?.title).toBe('Company’s metal – pure');
  expect(columns.at(-1)).toContain('read as Mac Roman');
});

test('planList() reads a spreadsheet, and names its links, its hidden rows and that numbers have no leading zeros', async () => {
  const cell = (at: string, value: string, style = '') => `<c r="${at}"${style}><v>${value}</v></c>`;
  const words = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const files: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    'xl/workbook.xml':
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="List" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/styles.xml':
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">${words('A1', 'Headline')}${words('B1', 'Date')}${words('C1', 'Time')}${words('D1', 'Code')}${words('E1', 'Document ID')}</row><row r="2" hidden="1">${words('A2', 'First metal')}${cell('B2', '44042', ' s="1"')}${cell('C2', '0.385416666666667')}${words('D2', 'XMX')}${cell('E2', '2257543')}</row></sheetData><hyperlinks><hyperlink ref="A2" r:id="rId1"/></hyperlinks></worksheet>`,
  };
  const { releases, columns, findings } = await plan(
    'list.xlsx',
    writeZip(new Map(Object.entries(files).map(([name, xml]) => [name, new TextEncoder().encode(xml)]))),
  );
  expect(releases).toMatchObject([{ title: 'First metal', code: ['XMX'], date: { day: '2020-07-30', time: '09:15' } }]);
  expect(columns.at(-1)).toContain('Cells that hold numbers have no leading zeros');
  expect(columns.slice(-3, -1)).toEqual([
    'Note: 1 cell of the sheet is a link, whose address was not read: write addresses into a column "URL".',
    'Note: 1 row that the sheet hides was read too.',
  ]);
  expect(findings.some(({ rule }) => rule === 'csv-exchange-id')).toBe(true);
});

const item = (inner: string) => `<item>${inner}</item>`;
const wxr = (...items: string[]) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="c" xmlns:wp="w" xmlns:dc="d"><channel><title>x</title>${items.map(item).join('')}</channel></rss>`;
const post = (title: string, more: string, status = 'publish', type = 'post') =>
  `<title>${title}</title><link>https://example.com/news/${title.toLowerCase().replaceAll(' ', '-')}/</link><wp:post_id>1</wp:post_id><wp:status>${status}</wp:status><wp:post_type>${type}</wp:post_type>${more}`;

test('planList() plans the posts of a WordPress export in Sydney time, with their old addresses and files, and names the rest', async () => {
  const { releases, columns } = await plan(
    'export.xml',
    wxr(
      post(
        'First metal',
        '<wp:post_date>2026-11-19 22:15:00</wp:post_date><wp:post_date_gmt>2026-11-19 22:15:00</wp:post_date_gmt><category domain="category"><![CDATA[Trading Halt]]></category><category domain="category">News</category><category domain="post_tag">metal</category><excerpt:encoded>In short.</excerpt:encoded><content:encoded><![CDATA[First.\n\nSecond [gallery ids="1"] <a href="/wp-content/uploads/2026/11/a.pdf">PDF</a>]]></content:encoded>',
      ),
      post('About us', '', 'publish', 'page'),
      post('Draft news', '', 'draft'),
      '<title>a</title><wp:post_type>attachment</wp:post_type><wp:post_parent>1</wp:post_parent><wp:attachment_url>https://example.com/wp-content/uploads/b.pdf</wp:attachment_url>',
    ),
  );
  expect(columns).toEqual([
    'Left out 1 entry of the type "page": “About us”.',
    'Left out 1 entry of the type "attachment".',
    'Left out 1 post that is not public (draft): “Draft news”.',
  ]);
  expect(releases).toMatchObject([
    {
      id: '2026/2026-11-20-first-metal',
      date: { day: '2026-11-20', time: '09:15' },
      types: ['trading-halt'],
      fields: { aliases: ['/news/first-metal/'], source: { url: 'https://example.com/news/first-metal/' } },
      notes: [
        'Left out the shortcodes of WordPress: gallery; compare with the old page.',
        'Left out its excerpt: “In short.”',
        'Categories and tags that are no announcement types were left out: News, metal.',
      ],
    },
  ]);
  expect(text(releases[0]?.document?.bytes)).toBe(
    '<p>First.</p><p>Second  <a href="/wp-content/uploads/2026/11/a.pdf">PDF</a></p>',
  );
  expect(releases[0]?.linked?.map(({ url, paths }) => [url, paths.at(-1)])).toEqual([
    ['https://example.com/wp-content/uploads/2026/11/a.pdf', 'a.pdf'],
    ['https://example.com/wp-content/uploads/b.pdf', 'b.pdf'],
  ]);
});

test.each<[string, string, string]>([
  [
    'RSS',
    'feed.xml',
    '<rss version="2.0" xmlns:content="c"><channel><item><title>A &amp;amp; B</title><link>https://example.com/news/1/</link><pubDate>Thu, 19 Nov 2026 22:15:00 GMT</pubDate><content:encoded><![CDATA[<p>Whole.</p>]]></content:encoded><description>Short</description></item></channel></rss>',
  ],
  [
    'Atom',
    'feed.atom',
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">A &amp;amp; B</title><link href="https://example.com/news/1/"/><published>2026-11-20T09:15:00+11:00</published><content type="html">&lt;p&gt;Whole.&lt;/p&gt;</content></entry></feed>',
  ],
  [
    'a JSON Feed',
    'feed.json',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      items: [
        {
          title: 'A & B',
          url: 'https://example.com/news/1/',
          date_published: '2026-11-19T22:15:00Z',
          content_html: '<p>Whole.</p>',
        },
      ],
    }),
  ],
])('planList() reads the full texts of %s', async (_, name, content) => {
  const { releases } = await plan(name, content);
  expect(releases).toMatchObject([
    { title: 'A & B', date: { day: '2026-11-20', time: '09:15' }, fields: { aliases: ['/news/1/'] }, notes: [] },
  ]);
  expect(text(releases[0]?.document?.bytes)).toBe('<p>Whole.</p>');
});

test('planList() keeps words in square brackets, takes the files that shortcodes name, and names what the site fills', async () => {
  const { releases } = await plan(
    'export.xml',
    wxr(
      post(
        'First metal',
        '<wp:post_date_gmt>2026-11-19 22:15:00</wp:post_date_gmt><content:encoded><![CDATA[<p>Metal [see note 1] [ASX] was poured.</p>[pdf-embedder url="https://example.com/c.pdf"]<!-- wp:latest-posts {"n":3} /--><!-- wp:spacer /-->]]></content:encoded>',
      ),
    ),
  );
  expect(text(releases[0]?.document?.bytes)).toContain('<p>Metal [see note 1] [ASX] was poured.</p>');
  expect(releases[0]?.linked?.map(({ url }) => url)).toEqual(['https://example.com/c.pdf']);
  expect(releases[0]?.notes).toEqual([
    'Left out the shortcodes of WordPress: pdf-embedder, wp:latest-posts; compare with the old page.',
  ]);
});

test('planList() says where a feed has only a summary, and refuses what is no feed', async () => {
  const { releases } = await plan(
    'feed.rss',
    '<rss><channel><item><title>A</title><pubDate>Thu, 19 Nov 2026 22:15:00 GMT</pubDate><description>Short</description></item></channel></rss>',
  );
  expect(releases[0]?.notes).toEqual([
    'The feed has no full text of it, perhaps only a summary; compare with the page.',
  ]);
  await expect(plan('a.xml', '<html/>')).rejects.toThrow('It is no feed and no WordPress export.');
  await expect(plan('a.json', '{"a":1}')).rejects.toThrow('It is no feed and no WordPress export.');
});

test('planList() says where a feed has an entry twice, and where it has only the day of a change', async () => {
  const rss = (...dates: string[]) =>
    `<rss><channel>${dates.map((date) => `<item><title>A</title><link>https://example.com/a</link><pubDate>${date}</pubDate><description>Short</description></item>`).join('')}</channel></rss>`;
  const { releases, findings } = await plan(
    'feed.rss',
    rss('Thu, 19 Nov 2026 22:15:00 GMT', 'Fri, 20 Nov 2026 09:16:00 AEDT', 'Fri, 20 Nov 2026 09:15:00 AEDT'),
  );
  expect(releases).toHaveLength(3);
  expect(findings).toEqual([
    {
      line: 3,
      stops: false,
      rule: 'post-twice',
      message: 'The title, the date and the address of “A” are those of entry 1; a second draft was made.',
      hint: 'Delete one of the two drafts.',
    },
  ]);
  const atom = await plan(
    'feed.atom',
    '<feed><entry><title>A</title><updated>2026-11-20T09:15:00+11:00</updated><content>Whole.</content></entry></feed>',
  );
  expect(atom.releases[0]?.notes).toEqual([
    'The feed says only when it was last changed, which was taken for its date; compare with the page.',
  ]);
});

test('planList() refuses an export or a feed that was not saved whole, wherever it ends', async () => {
  const whole = wxr(post('One', '<content:encoded><![CDATA[<p>x</p>]]></content:encoded>'), post('Two', ''));
  for (const share of [0.5, 0.8, 0.99])
    await expect(plan('export.xml', whole.slice(0, whole.length * share))).rejects.toThrow('was not saved whole');
  expect((await plan('export.xml', `${whole}\n<!-- made by a plug-in -->`)).findings).toHaveLength(2);
});
