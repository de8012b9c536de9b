import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { lines, makePdf } from '../../importers/make-pdf.ts';
import { makeDocx, p, t } from '../../importers/word/make-docx.ts';
import { folderWith } from '../../support/releases-folder.ts';
import { newPage, test as base } from '../support.ts';
import { startDeskProcess, type DeskProcess } from './desk.ts';
import { watchPage } from './watch-page.ts';

/** The settings of an archive of one company. */
export const SETTINGS = 'companies:\n  - code: XMX\n    name: Example Minerals Limited\n';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const PDF = makePdf({
  pages: [
    [
      ...lines(['Example Minerals Limited (ASX: XMX)'], { x: 60, y: 60 }),
      ...lines(['First copper at Sample Creek'], { x: 60, y: 100, size: 18, bold: true }),
      ...lines(['30 July 2020', '', 'The plant has made its first copper.', '', 'Authorised by the Board.'], {
        x: 60,
        y: 140,
      }),
    ],
    lines(['The second page of the announcement.'], { x: 60, y: 60 }),
  ],
});
const MAIL = [
  'From: Kim Marsh <kim@example.com>',
  'Subject: First silver at Sample Creek',
  'Date: Fri, 31 Jul 2020 09:15:00 +1000',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('Example Minerals Limited (ASX: XMX) has made its first silver – 5 tonnes.').toString('base64'),
  '',
].join('\r\n');
const WORD = makeDocx(
  p(t('Example Minerals Limited (ASX: XMX)')) +
    p(t('First gold at Sample Creek'), '<w:pStyle w:val="T"/>') +
    p(t('1 August 2020')) +
    `<w:tbl><w:tr><w:tc>${p(t('Gold'))}</w:tc><w:tc>${p(t('5 kg'))}</w:tc></w:tr></w:tbl>`,
  { styles: '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>' },
);
const TEXT =
  'First tin at Sample Creek\n\n3 August 2020\n\nExample Minerals Limited (ASX: XMX) has made its first tin.\n';

interface Opened {
  readonly page: Page;
  readonly desk: DeskProcess;
  /** Absolute path of the releases folder. */
  readonly root: string;
  readonly faults: readonly string[];
}

/** A test that opens a desk over a folder with these files below `releases` in a window; documents to add lie beside it. */
export const deskTest = base.extend(
  'open',
  ({ browser }) =>
    async (files: Readonly<Record<string, string>>): Promise<Opened> => {
      const named = Object.entries(files).map(([name, content]) => [`releases/${name}`, content]);
      const folder = folderWith(Object.fromEntries(named) as Record<string, string>);
      mkdirSync(path.join(folder, 'releases'), { recursive: true });
      writeFileSync(path.join(folder, 'first-copper.pdf'), PDF);
      writeFileSync(path.join(folder, 'mail.eml'), MAIL);
      writeFileSync(path.join(folder, 'gold.docx'), WORD);
      writeFileSync(path.join(folder, 'tin.txt'), TEXT);
      const desk = await startDeskProcess(folder);
      const page = await newPage(browser, desk.address);
      onTestFinished(() => page.context().close());
      const faults = watchPage(page, desk.address);
      await page.goto(desk.address);
      return { page, desk, root: path.join(folder, 'releases'), faults };
    },
);

/** What axe finds on a page in the light and in the dark, contrast AAA. */
export async function accessFaults(page: Page): Promise<string[]> {
  const found: string[] = [];
  // Before the sheets are there nothing is where it will be.
  await page.waitForLoadState();
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeResults>(
      `axe.run(document, ${JSON.stringify({ resultTypes: ['violations'], rules: RULES })})`,
    );
    found.push(...violations.map(({ id, nodes }) => `${colorScheme}: ${id}: ${nodes[0]?.html ?? ''}`));
  }
  return found;
}

const RULES = {
  'color-contrast': { enabled: false },
  'color-contrast-enhanced': { enabled: true },
  'target-size': { enabled: true },
};
