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
