import { expect, test } from 'vitest';
import { importDocument } from '../../../src/importers/import-document.ts';
import { formatRelease } from '../../../src/release/format.ts';
import { parseRelease } from '../../../src/release/parse.ts';

const importOf = (content: string) => importDocument('a.md', Buffer.from(content), {}, { today: '2026-11-23' });

test('importDocument() maps the front matter of Hugo, keeps its text, and names what a release does not have', async () => {
  const { draft, notes, files } = await importOf(
    '---\ntitle: Trading halt\ncode: xmx\ndate: 2024-10-14T09:15:32.000+11:00\nlastmod: 2024-10-15\ndraft: false\ntags: [halt]\ncategories:\n  - Trading Halt\nslug: halt\ndescription: A halt.\naliases:\n  - /news/halt/\n---\n\nExample asks for a **halt**.\n\n{{< figure src="x.png" >}}\n\n![Map](map%201.png) and [the form](form.pdf).\n',
  );
  expect(draft).toMatchObject({
    title: 'Trading halt',
    code: ['XMX'],
    date: { day: '2024-10-14', time: '09:15:32' },
    types: ['trading-halt'],
    summary: 'A halt.',
    aliases: ['/news/halt/'],
  });
  expect(draft.review).toBeUndefined();
  expect(draft.body).toContain('Example asks for a **halt**.');
  expect(draft.body).toContain('![Map](picture-1.png) and [the form](attached-2.pdf).');
  expect(files?.map((file) => 'path' in file && file.path)).toEqual(['map 1.png', 'form.pdf']);
  expect(notes).toEqual([
    'Types, categories and tags that are no announcement types were left out: halt.',
    'Fields of its front matter that a release does not have were left out: lastmod, slug.',
    'Instructions for the old generator stand in the text as they were written: figure. Take them out, or write what they showed.',
  ]);
  expect(parseRelease('a.md', formatRelease(draft)).problems.filter(({ severity }) => severity === 'error')).toEqual(
    [],
  );
});

test.each([
  [
    '---\ntitle: A\ndate: 2024-10-14 09:15:32 +1100\npublished: true\npermalink: /news/a/\n---\nText.',
    '2024-10-14',
    '09:15:32',
  ],
  ['---\ntitle: A\ndate: 14 October 2024\n---\nText.', '2024-10-14', undefined],
  ['---\ntitle: A\ndate: 14/10/2024 9:15 am\n---\nText.', '2024-10-14', '09:15'],
  [
    '+++\ntitle = "A \\"B\\""\ndate = 2024-10-13T22:15:00Z\ntags = [\n  "x",\n]\n[params]\nz = 1\n+++\nText.',
    '2024-10-14',
    '09:15:00',
  ],
])('importDocument() reads the date of %j', async (content, day, time) => {
  const { draft } = await importOf(content);
  expect({ day: draft.date?.day, time: draft.date?.time, body: draft.body }).toEqual({ day, time, body: 'Text.' });
});

test.each([
  ['---\ntitle: A\n---\nText.', 'A', 'Text.'],
  ['# Metal poured\n\nText.', 'Metal poured', 'Text.'],
  ['---\nlayout: post\n---\n\n# Metal poured #\nText.', 'Metal poured', 'Text.'],
])(
  'importDocument() takes the day of a page from its name, and the headline from its text: %j',
  async (content, title, body) => {
    const { draft, notes } = await importDocument(
      '2024-10-14-metal.md',
      Buffer.from(content),
      {},
      { today: '2026-11-23' },
    );
    expect([draft.title, draft.date?.day, draft.body]).toEqual([title, '2024-10-14', body]);
    expect(notes[0]).toBe('The date is that of the file’s name, 2024-10-14; compare it with the old page.');
  },
);

test('importDocument() takes the fields that Hugo keeps under params, and names other tables of its front matter', async () => {
  const toml =
    '+++\ntitle = "A"\ndate = 2024-10-14\n[params]\ncode = "XMX"\nprice_sensitive = true\n[menu.main]\nname = "A"\n+++\nText.';
  const yaml =
    '---\ntitle: A\ndate: 2024-10-14\nparams:\n  code: XMX\n  price_sensitive: true\nmenu.main:\n  name: A\n---\nText.';
  for (const content of [toml, yaml]) {
    const { draft, notes } = await importOf(content);
    expect(draft).toMatchObject({ code: ['XMX'], priceSensitive: true, body: 'Text.' });
    expect(notes).toEqual(['Fields of its front matter that a release does not have were left out: menu.main.']);
  }
});

test.each([
  ['JSON', '{\n  "title": "Metal poured",\n  "code": "XMX",\n  "draft": false\n}\n\nText.'],
  ['JSON between lines', '---json\n{ "title": "Metal poured", "code": "XMX" }\n---\nText.'],
  ['TOML between lines of YAML', '---toml\ntitle = "Metal poured"\ncode = "XMX"\n---\nText.'],
  ['TOML with a text over two lines', '+++\ntitle = """\nMetal\npoured"""\ncode = \'XMX\'\n+++\nText.'],
  ['YAML below empty lines', '\n\n---\ntitle: Metal poured\ncode: XMX\n---\nText.'],
  ['a heading that is underlined', '---\ncode: XMX\n---\n\nMetal poured\n============\n\nText.'],
])('importDocument() reads a front matter of %s', async (_, content) => {
  const { draft } = await importOf(content);
  expect([draft.title, draft.code, draft.body]).toEqual(['Metal poured', ['XMX'], 'Text.']);
});

test('importDocument() refuses a front matter that is a program, and takes a text in braces for a text', async () => {
  await expect(importOf('---js\n{ title: "A" }\n---\nText.')).rejects.toThrow(
    'The front matter of the page is a program (js). Write its fields as YAML between lines of ---, and import that.',
  );
  expect((await importOf('{\n  a text\n}\n\nMore.')).draft.body).toBe('{\n  a text\n}\n\nMore.');
});

test('importDocument() names the values of a front matter that it cannot take', async () => {
  const { notes } = await importOf(
    '---\ntitle: A\ndate:\n  - 2024-10-14\n  - 2024-10-15\npricesensitive: perhaps\nsource: the paper\n---\nText.',
  );
  expect(notes).toEqual([
    'The field date of its front matter is no single text; it was left out.',
    '"perhaps" does not say whether it is price sensitive; it was left out.',
    'The source "the paper" is no web address; it was left out.',
  ]);
});

test.each(['2024-10-14T00:00:00.000Z', '2024-10-14 00:00:00 +1100', '2024-10-14T00:00:00'])(
  'importDocument() takes %s for a day without a time, and says so',
  async (date) => {
    const { draft, notes } = await importOf(`---\ntitle: A\ndate: ${date}\n---\nText.`);
    expect([draft.date?.day, draft.date?.time]).toEqual(['2024-10-14', undefined]);
    expect(notes).toEqual([`The date "${date}" is midnight; its day was taken, without a time.`]);
  },
);

test('importDocument() takes files to which a page leads from lines of their own, and names those of the old site', async () => {
  const { draft, files, notes } = await importOf(
    '---\ntitle: A\n---\n![Map][1] and [the form][form], not [^note].\n\n![Plant](/assets/plant.png?v=2) <img src="/img/old.jpg"> [more](/news/)\n\n[1]: img/map.png "Map"\n[form]: <https://example.com/x.pdf>\n[^note]: form.pdf\n',
  );
  expect(draft.body).toContain('[1]: picture-1.png "Map"');
  expect(files?.map((file) => 'path' in file && file.path)).toEqual(['img/map.png']);
  expect(notes).toEqual([
    'Files of the old site stay where they are: /img/old.jpg, /assets/plant.png. Put those of the release beside it, and write their names alone.',
  ]);
});

test.each(['...', '... '])('importDocument() ends front matter at a line of three dots: %j', async (end) => {
  const { draft } = await importOf(
    `---\ntitle: Trading halt\ncode: xmx\ndate: 2024-10-14\n${end}\n\nExample asks for a halt.\n\n---\n\nIt ends soon.\n`,
  );
  expect(draft).toMatchObject({ title: 'Trading halt', code: ['XMX'] });
  expect(draft.body).toBe('Example asks for a halt.\n\n---\n\nIt ends soon.');
});
