import { expect, test } from 'vitest';
import { importHtml } from '../../../src/importers/html/import-html.ts';
import { writeMarkdown } from '../../../src/importers/model/blocks.ts';

const of = async (html: string) => {
  const { blocks, notes } = await importHtml(Buffer.from(html));
  return { text: writeMarkdown(blocks), notes };
};

test('importHtml() takes what a page holds in a template that browsers show, with what is slotted into it', async () => {
  expect(
    await of(
      '<p>Metal.</p><div><template shadowrootmode="open"><h2>In shadow</h2><p>Of <slot name="grade">no</slot></p><slot></slot></template><p>Light <i><template shadowrootmode=closed>in <slot></slot></template>it</i>.</p><b slot="grade">2 g/t.</b></div><template><p>Never shown.</p></template>',
    ),
  ).toEqual({ text: 'Metal.\n\n## In shadow\n\nOf 2 g/t.\n\nLight in it.', notes: [] });
});

test('importHtml() names what a template without a slot hides', async () => {
  expect(await of('<div><template shadowrootmode="open"><p>Shown.</p></template><p>Hidden.</p></div>')).toEqual({
    text: 'Shown.',
    notes: ['Left out hidden text (1 word): "Hidden.".'],
  });
});

test.each([
  ['has no size', 'font-size: 0'],
  ['has no size in points', 'color:red;font-size:0.0pt'],
  ['is transparent', 'opacity:0'],
  ['stands left of the page', 'position:absolute; left:-9999px'],
  ['stands above the page', 'top:-999em;position:fixed'],
  ['is set out of its box', 'text-indent:-9999px'],
])('importHtml() names text that %s, and leaves it out', async (_, style) => {
  expect(await of(`<p>Metal.</p><p>Pure <span style="${style}">or not</span> gold.</p>`)).toEqual({
    text: 'Metal.\n\nPure gold.',
    notes: ['Left out hidden text (2 words): "or not".'],
  });
});

test.each([
  ['sets its size inside', '<div style="font-size:0"><div style="font-size:14px">Gold.</div></div>'],
  ['is sized by its class', '<div style="font-size:0px"><span class="text">Gold.</span></div>'],
  ['is small', '<p style="font-size:0.8em">Gold.</p>'],
  ['is hardly transparent', '<p style="opacity:0.9">Gold.</p>'],
  ['a script fades in', '<p style="opacity:0;transform:translateY(20px)">Gold.</p>'],
  ['hangs', '<p style="text-indent:-36pt">Gold.</p>'],
  ['is moved a little', '<p style="position:absolute;left:-20px">Gold.</p>'],
])('importHtml() takes text that %s', async (_, html) => {
  expect(await of(`<p>Metal.</p>${html}`)).toEqual({ text: 'Metal.\n\nGold.', notes: [] });
});

test('importHtml() takes a text that is transparent and most of the page, since a script may show it', async () => {
  expect(await of('<p>Metal.</p><div style="opacity:0"><p>Gold was found in Perth.</p></div>')).toEqual({
    text: 'Metal.\n\nGold was found in Perth.',
    notes: [],
  });
});
