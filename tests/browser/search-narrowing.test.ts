import { describe, expect } from 'vitest';
import { test } from './support.ts';
import { devices, searchPage } from './support/search-page.ts';

const COMPANY = 'Company, by code or name';

describe.each(devices)('at the width of $device, a search', ({ width, height }) => {
  test('is narrowed by company, type, years and marks, which stand in the address and can each be removed', async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/search/?q=placement');
    const { field, openFilters, said } = searchPage(page);
    await said(/found\.$/);
    await openFilters();
    await field('Type').selectOption('placement');
    await field('From').selectOption('2020');
    await field('To').selectOption('2020');
    await page.getByRole('checkbox', { name: 'Price sensitive' }).check();
    await field(COMPANY).fill('xmx');
    await field(COMPANY).press('Enter');
    await page.getByRole('button', { name: 'Remove XMX' }).waitFor();
    await expect
      .poll(() => new URL(page.url()).search)
      .toBe('?q=placement&company=XMX&type=placement&from=2020&to=2020&price-sensitive=1');
    await said('1 release found.');
    for (const name of ['XMX', 'Placement', 'from 2020', 'to 2020', 'Price sensitive'])
      await page.getByRole('button', { name: `Remove ${name}` }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('?q=placement');
    expect(await page.getByRole('checkbox', { name: 'Price sensitive' }).isChecked()).toBe(false);
    expect(await field(COMPANY).inputValue()).toBe('');
  });

  test('says beside each type, year, mark and company how many results it holds for', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/search/?q=joint+venture&order=oldest');
    const { dates, field, openFilters, said } = searchPage(page);
    await said(/^\d releases found\.$/);
    await openFilters();
    const option = (list: string, name: string) =>
      field(list).getByRole('option', { name, exact: true }).waitFor({ state: 'attached' });
    const years = Map.groupBy(await dates(), (date) => date.slice(0, 4));
    for (const [year, { length }] of years) await option('From', `${year} (${length})`);
    await option('To', '2018 (0)');
    await page.getByRole('checkbox', { name: /^Price sensitive \(\d\)$/ }).waitFor();
    // Companies are offered once somebody turns to their field.
    await field(COMPANY).focus();
    await page
      .getByRole('option', { name: `Example Minerals Limited (${(await dates()).length})`, includeHidden: true })
      .waitFor({ state: 'attached' });
    await field('From').selectOption('2026');
    await said(/^No releases found/);
    // Another choice in the same place is counted as what it would find.
    for (const [year, { length }] of years) await option('From', `${year} (${length})`);
  });

  test('takes a company by its name or a part of it, and says of what is none', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/search/');
    const { field, openFilters, said } = searchPage(page);
    await openFilters();
    await field(COMPANY).fill('example minerals');
    await field(COMPANY).press('Enter');
    await page.getByRole('button', { name: 'Remove XMX' }).waitFor();
    // Its answer writes the list of companies anew.
    await said(/ releases?/);
    expect(await field(COMPANY).inputValue()).toBe('XMX');
    await field(COMPANY).fill('no such company');
    await field(COMPANY).press('Enter');
    await page.getByText('“no such company” does not match a single company.').waitFor();
    expect(await field(COMPANY).evaluate((input: HTMLInputElement) => input.validity.valid)).toBe(false);
    await expect.poll(() => new URL(page.url()).search).toBe('?company=XMX');
  });

  test('is narrowed as its address says, and shows what narrows it', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/search/?company=xzx&corrected=1&attachment=1&to=2018&order=oldest');
    for (const name of ['XZX', 'to 2018', 'Later corrected', 'With an attachment'])
      await page.getByRole('button', { name: `Remove ${name}` }).waitFor();
    expect(await page.getByText(/^Narrow the search/).textContent()).toBe(
      'Narrow the search: XZX, to 2018, Later corrected and With an attachment',
    );
    const { field } = searchPage(page);
    expect(await field(COMPANY).isVisible()).toBe(true);
    expect(await field('Order').inputValue()).toBe('oldest');
  });
});
