import type { Locator, Page } from 'playwright-core';

/** What a person meets on the search page, by role and label. */
export function searchPage(page: Page) {
  const results = page.getByRole('region', { name: 'Results' });
  /** The dates of the results that are shown, as `2020-07-22T10:15`. Texts that come late, as on a busy machine, are shown later: `expect.poll` waits for them. */
  const dates = (): Promise<readonly string[]> =>
    results.getByRole('time').evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
  return {
    box: page.getByRole('combobox', { name: 'Words, "exact phrases", amounts, codes' }),
    results,
    /** Headlines and sections of results are links. */
    link: (name: string | RegExp): Locator => results.getByRole('link', { name }),
    /** A result by a part of its headline; a list of sections within has items of its own. */
    result: (name: string | RegExp): Locator =>
      results
        .getByRole('listitem')
        .filter({ has: page.getByRole('time') })
        .filter({ hasText: name }),
    dates,
    years: async (): Promise<readonly string[]> => (await dates()).map((date) => date.slice(0, 4)),
    /** Waits until the page says so politely. */
    said: (text: string | RegExp): Promise<void> => page.getByRole('status').filter({ hasText: text }).waitFor(),
    /** Waits until the page says so at once. */
    warned: (text: string | RegExp): Promise<void> => page.getByRole('alert').filter({ hasText: text }).waitFor(),
    /** On a desk they stand beside the results, open. */
    openFilters: async (): Promise<void> => {
      const button = page.getByText('Narrow the search');
      if (await button.isVisible()) await button.click();
    },
    field: (name: string): Locator => page.getByRole('combobox', { name }),
    /** True for what has the focus. */
    isFocused: (locator: Locator): Promise<boolean> => locator.evaluate((node) => node === document.activeElement),
  };
}

/** The marked words in a place. The role is in ARIA 1.3 and the browser, though not in the list of the test's types. */
export function marksIn(place: Locator): Locator {
  return place.getByRole('mark' as 'strong');
}

/** A phone in the hand and a window on a desk. */
export const devices = [
  { device: 'a phone', width: 320, height: 640 },
  { device: 'a desk', width: 1280, height: 900 },
] as const;
