import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessFaults, deskTest as test } from './support/desk-page.ts';

test('all six steps work with the keyboard alone, and every page has names for a screen reader', async ({ open }) => {
  const { page, root } = await open({});
  const { keyboard } = page;
  const shown = async (): Promise<string[]> => {
    expect(await accessFaults(page)).toEqual([]);
    return await names(page);
  };

  expect(await shown()).toMatchInlineSnapshot(`
    [
      "link "Skip to the content"",
      "link "ASX release archive: desk"",
      "heading "Begin the archive"",
      "textbox "Company"",
      "textbox "ASX code"",
      "textbox "Address of the site"",
      "button "Begin"",
    ]
  `);
  await reach(page, 'textbox "Company"');
  await keyboard.type('Example Minerals Limited');
  await reach(page, 'textbox "ASX code"');
  await keyboard.type('XMX');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Add a release' }).waitFor();

  const chooser = page.waitForEvent('filechooser');
  await reach(page, 'button "Choose documents"');
  await keyboard.press('Space');
  await (await chooser).setFiles(path.join(root, '../first-copper.pdf'));
  await page.getByRole('heading', { name: 'Review: First copper at Sample Creek' }).waitFor();
  await page.getByRole('img', { name: 'Page 1 of 2' }).waitFor();
  expect(await shown()).toMatchInlineSnapshot(`
    [
      "link "Skip to the content"",
      "link "Example Minerals Limited announcements: desk"",
      "link "All releases"",
      "heading "Review: First copper at Sample Creek"",
      "group "This release"",
      "button "Save draft"",
      "button "Publish…"",
      "region "Document"",
      "heading "2020-07-30-first-copper-at-sample-creek.pdf"",
      "region "Pages of 2020-07-30-first-copper-at-sample-creek.pdf"",
      "figure "Page 1 of 2"",
      "img "Page 1 of 2"",
      "figure "Page 2 of 2"",
      "region "Release"",
      "region "What was read from the document"",
      "heading "What was read from the document"",
      "textbox "Headline"",
      "button "This is right Headline"",
      "group "ASX code"",
      "textbox "ASX code"",
      "button "Remove ASX code"",
      "button "Add another company"",
      "button "This is right ASX code"",
      "textbox "Date"",
      "textbox "Time in Sydney"",
      "button "This is right Date"",
      "group "Type of announcement"",
      "combobox "Type of announcement"",
      "button "Remove Type of announcement"",
      "button "Add another type"",
      "combobox "Type chosen by"",
      "combobox "Price sensitive"",
      "textbox "Authorised by"",
      "button "This is right Authorised by"",
      "group "Contacts"",
      "button "Add a contact"",
      "group "Documents"",
      "textbox "File"",
      "textbox "Name of the document"",
      "textbox "Pages"",
      "button "Remove Documents"",
      "button "Add a document"",
      "button "Add the address of a document kept elsewhere"",
      "textbox "Text"",
      "region "As readers will see it"",
      "heading "As readers will see it"",
      "heading "First copper at Sample Creek"",
    ]
  `);

  await reach(page, 'button "This is right Headline"');
  await keyboard.press('Enter');
  await expectFocus(page, 'textbox "Headline"');
  await page.getByText('kept on this machine').waitFor();
  await reach(page, 'button "Publish…"', 'Shift+Tab');
  await keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await expectFocus(page, 'button "Publish…"');
  await keyboard.press('Enter');
  await reach(page, 'button "Yes, publish it"');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: /^In the archive/ }).waitFor();
  expect(await shown()).toMatchInlineSnapshot(`
    [
      "link "Skip to the content"",
      "link "Example Minerals Limited announcements: desk"",
      "link "All releases"",
      "heading "In the archive: First copper at Sample Creek"",
      "link "Change it"",
      "region "Check"",
      "heading "Check"",
      "region "Look at the page"",
      "heading "Look at the page"",
      "button "Build the site and look"",
      "region "Send"",
      "heading "Send"",
      "region "Published by mistake?"",
      "heading "Published by mistake?"",
      "link "correct it"",
      "button "Make it a draft again"",
    ]
  `);
  await reach(page, 'button "Build the site and look"');

  await reach(page, 'link "All releases"', 'Shift+Tab');
  await keyboard.press('Enter');
  await reach(page, 'link "Correct First copper at Sample Creek"');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: /^Correct/ }).waitFor();
  expect(await shown()).toMatchInlineSnapshot(`
    [
      "link "Skip to the content"",
      "link "Example Minerals Limited announcements: desk"",
      "link "All releases"",
      "heading "Correct: First copper at Sample Creek"",
      "region "ASX has released a correction"",
      "heading "ASX has released a correction"",
      "combobox "Kind"",
      "textbox "Where in the release"",
      "textbox "What was wrong"",
      "textbox "What is right"",
      "button "Begin the correction"",
      "region "Only our copy is wrong"",
      "heading "Only our copy is wrong"",
      "link "Change the release"",
    ]
  `);
  await reach(page, 'textbox "What was wrong"');
  await keyboard.type('first copper');
  await reach(page, 'textbox "What is right"');
  await keyboard.type('first gold');
  await reach(page, 'button "Begin the correction"');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: /^Review/ }).waitFor();
  await reach(page, 'textbox "Headline"');
  await keyboard.type('Correction: first gold');
  await page.getByText('kept on this machine').waitFor();
  await keyboard.press('Control+S');
  await page.waitForURL(/review\/(?!new).*correction-first-gold$/);

  await reach(page, 'link "All releases"');
  await keyboard.press('Enter');
  await page.getByRole('region', { name: 'Not published yet' }).getByText('Correction: first gold').first().waitFor();
  expect(await shown()).toMatchInlineSnapshot(`
    [
      "link "Skip to the content"",
      "link "Example Minerals Limited announcements: desk"",
      "heading "What would you like to do?"",
      "region "Add a release"",
      "heading "Add a release"",
      "button "Choose documents"",
      "link "Begin with an empty release"",
      "status "Documents being read"",
      "region "Not published yet"",
      "heading "Not published yet"",
      "link "Correction: first gold"",
      "button "Move to the bin Correction: first gold"",
      "region "Latest releases"",
      "heading "Latest releases"",
      "link "First copper at Sample Creek"",
      "link "Correct First copper at Sample Creek"",
      "region "Problems and warnings"",
      "heading "Problems and warnings"",
      "link "Bin"",
    ]
  `);
  await reach(page, 'button "Move to the bin Correction: first gold"');
  await keyboard.press('Enter');
  await page.getByText('Nothing to review.').waitFor();
  await reach(page, 'link "Bin"');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Bin' }).waitFor();
  expect(await shown()).toMatchInlineSnapshot(`
    [
      "link "Skip to the content"",
      "link "Example Minerals Limited announcements: desk"",
      "link "All releases"",
      "heading "Bin"",
      "button "Put back Correction: first gold"",
    ]
  `);
  await reach(page, 'button "Put back Correction: first gold"');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Review: Correction: first gold' }).waitFor();
}, 120_000);

/** Presses Tab, or the way back, until what has the focus is called so. */
async function reach(page: Page, name: string, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  while (passed.length < 80) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (now.includes(name)) return;
    passed.push(now);
  }
  throw new Error(`${name} is not reached; passed: ${passed.join('; ')}`);
}

async function expectFocus(page: Page, name: string): Promise<void> {
  await expect.poll(() => focused(page)).toContain(name);
}

/** Role and name of what has the focus. */
async function focused(page: Page): Promise<string> {
  const place = page.locator(':focus');
  return (await place.count()) === 0 ? '' : ((await place.ariaSnapshot()).split('\n')[0] ?? '');
}

/** Roles and names of a page's headings, regions and controls, in order. */
async function names(page: Page): Promise<string[]> {
  const lines = (await page.locator('body').ariaSnapshot()).split('\n').map((line) => line.trim().replace(/^- '?/, ''));
  return lines
    .filter((line) =>
      /^(?:heading|region|group|dialog|status|alert|button|link|textbox|combobox|figure|img)\b/.test(line),
    )
    .map((line) => line.replace(/^(\w+(?: "[^"]*")?).*$/, '$1'))
    .filter((line) => line.includes('"'));
}
