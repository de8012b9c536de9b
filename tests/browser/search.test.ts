import { describe, expect } from 'vitest';
import { compareText } from '../../src/text/compare-text.ts';
import { test } from './support.ts';
import { devices, marksIn, searchPage } from './support/search-page.ts';

describe.each(devices)('at the width of $device, the search page', ({ width, height }) => {
  test('shows the newest releases before anything is typed, and more on demand', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/search/');
    expect(await page.getByRole('region', { name: 'Newest releases' }).getByRole('time').count()).toBe(5);
    const { dates, said } = searchPage(page);
    await page.getByRole('button', { name: 'Show more' }).click();
    await said(/^\d+ releases\.$/);
    await expect.poll(dates).toHaveLength(20);
  });

  test('shows more results below the first, which stay as they are', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/search/?q=quarterly+activities');
    const { dates, said } = searchPage(page);
    await said('25 releases found.');
    await expect.poll(dates).toHaveLength(10);
    const first = await dates();
    await page.getByRole('button', { name: 'Show more' }).click();
    await expect.poll(dates).toHaveLength(20);
    expect((await dates()).slice(0, 10)).toEqual(first);
    await page.getByRole('button', { name: 'Show more' }).click();
    await expect.poll(dates).toHaveLength(30);
    expect(await page.getByRole('button', { name: 'Show more' }).isVisible()).toBe(false);
  });

  test('finds while somebody types, says how many, and puts the words into the address', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/search/');
    const { box, said, result } = searchPage(page);
    await box.fill('$12.5m placement');
    await said('1 release found.');
    await expect.poll(() => new URL(page.url()).search).toBe('?q=%2412.5m+placement');
    const item = result(/\$12\.5 million placement/);
    expect(await item.innerText()).toMatch(/22 Jul 2020\s+10:15 am\s+XMX[^]+Price sensitive[^]+Placement/);
    expect(await marksIn(item).allInnerTexts()).toEqual(['$12.5 million placement', 'placement', '$12.5 million']);
  });

  test('says of a result how it was corrected', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/search/?q=retracted&from=2023');
    const { result } = searchPage(page);
    expect(await result('could produce for 60 years').innerText()).toContain('Retracted');
    expect(await result('Retraction of statement').innerText()).toContain('Retraction');
  });

  test('leads from a result to the words on its page', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/search/?q=%22purity+of+99.8%25%22');
    const { box, link } = searchPage(page);
    const headline = link(/^\$12\.5 million placement/);
    expect(await headline.getAttribute('href')).toMatch(
      /\/releases\/2020\/2020-07-22-money-and-percent\/#:~:text=Purity/,
    );
    expect(await box.inputValue()).toBe('"purity of 99.8%"');
    await headline.click();
    await page.getByRole('heading', { level: 1, name: /^\$12\.5 million placement/ }).waitFor();
  });

  test('leads from a result to the section in which the words stand', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/search/?q=environment+heritage');
    const { results } = searchPage(page);
    const section = results.getByRole('list', { name: 'Sections with these words' }).getByRole('link').first();
    expect(await section.getAttribute('href')).toMatch(/\/releases\/[^#]+\/#[\w-]+:~:text=/);
    const heading = await section.innerText();
    await section.click();
    await page.getByRole('heading', { level: 2, name: heading }).waitFor();
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  });

  test('finds releases in other languages from the same box, and says which language they are in', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/search/');
    const { box, link } = searchPage(page);
    for (const [typed, language] of [
      ['zuschuss', 'de'],
      ['氧化钕镨', 'zh'],
    ] as const) {
      await box.fill(typed);
      const headline = link(language === 'de' ? /^Example Minerals erhält Zuschuss/ : /谅解备忘录/);
      expect(await headline.getAttribute('lang')).toContain(language);
    }
  });

  test('takes the order that is chosen, and the back button takes back each step', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/search/?q=quarterly');
    const { field, openFilters, said, box } = searchPage(page);
    await said(/found\.$/);
    await openFilters();
    await field('Order').selectOption('oldest');
    await field('Order').selectOption('newest');
    await expect.poll(() => new URL(page.url()).search).toBe('?q=quarterly&order=newest');
    await box.fill('takeover');
    await said('4 releases found.');
    // What is typed on is the same step.
    await box.fill('takeover offer');
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('takeover offer');
    await page.goBack();
    expect([await box.inputValue(), await field('Order').inputValue()]).toEqual(['quarterly', 'newest']);
    await page.goBack();
    expect(await field('Order').inputValue()).toBe('oldest');
    await page.goBack();
    expect(await field('Order').inputValue()).toBe('best');
    await expect.poll(() => new URL(page.url()).search).toBe('?q=quarterly');
    await page.goForward();
    expect(await field('Order').inputValue()).toBe('oldest');
  });

  test('shows the newest first or the oldest first, each the other turned round', async ({ page }) => {
    await page.setViewportSize({ width, height });
    const datesIn = async (order: string) => {
      await page.goto(`/search/?q=quarterly+activities&from=2024&order=${order}`);
      const { said, dates } = searchPage(page);
      await said(/found/);
      await expect.poll(dates).toHaveLength(6);
      return dates();
    };
    const newest = await datesIn('newest');
    expect(newest).toEqual(newest.toSorted((a, b) => compareText(b, a)));
    expect(await datesIn('oldest')).toEqual(newest.toReversed());
  });

  test('goes to the box by a slash, and through the results and back by the arrow keys', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/search/?q=takeover&order=oldest');
    const { box, field, isFocused, link, openFilters, said } = searchPage(page);
    await said('4 releases found.');
    await openFilters();
    await field('Order').focus();
    await page.getByRole('main').focus();
    await page.keyboard.press('/');
    expect(await isFocused(box)).toBe(true);
    expect(await box.inputValue()).toBe('takeover');
    await page.keyboard.press('ArrowDown');
    expect(await isFocused(link(/^Recommended takeover offer/))).toBe(true);
    await page.keyboard.press('ArrowDown');
    expect(await isFocused(link(/^Takeover offer extended/))).toBe(true);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await isFocused(box)).toBe(true);
  });

  test('says by its name what no release holds', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/search/?q=xylophonist');
    await searchPage(page).said('No releases found. Nothing matches “xylophonist”.');
  });

  test('shows the text of a release as text and never runs it', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/search/?q=alert');
    const { results } = searchPage(page);
    await results.getByText('<script>alert(1)</script>').waitFor();
    expect(await results.getByRole('img').count()).toBe(0);
  });

  test('shows a long search and its results without sideways scrolling', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/search/?q=placement&price-sensitive=1&type=placement&from=2018&order=newest');
    await searchPage(page).said(/found\.$/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  test('is dark where the system is, its words as clear as in the light', async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto('/search/?q=placement');
      const { link, results, said } = searchPage(page);
      await said(/found\.$/);
      const colours = await link(/^Placement of/).evaluate(coloursOf);
      expect(colours.paper < 0.5, colorScheme).toBe(colorScheme === 'dark');
      for (const [role, text] of Object.entries({ mark: marksIn(results), time: results.getByRole('time') })) {
        const { ink, paper } = await text.first().evaluate(coloursOf);
        expect(contrast(ink, paper), `${role}, ${colorScheme}`).toBeGreaterThan(4.5);
      }
      expect(contrast(colours.ink, colours.paper), `headline, ${colorScheme}`).toBeGreaterThan(4.5);
    }
  });
});

/** Relative luminance, from 0 to 1, of a text and of the page that it stands on (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
function coloursOf(node: Element): { readonly ink: number; readonly paper: number } {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d');
  const luminance = (colour: string) => {
    if (!canvas) throw new Error('This browser draws nothing.');
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data]
      .map((channel) => channel / 255)
      .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const papers = [document.documentElement, document.body].map((page) => getComputedStyle(page).backgroundColor);
  const paper = papers.findLast((colour) => colour !== 'rgba(0, 0, 0, 0)') ?? 'white';
  return { ink: luminance(getComputedStyle(node).color), paper: luminance(paper) };
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
