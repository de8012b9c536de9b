import { expect, test } from 'vitest';
import { readableText } from '../support/html.ts';
import { builtPage, readBuilt } from '../support/site.ts';

const REPLACEMENT = '2023/2023-05-01-replacement';
const REPLACED = '2023/2023-04-28-replaced';
const words = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

test('a page shows what a replacement changed, word by word, and both releases lead to it', async () => {
  const page = await builtPage(`/changes/${REPLACEMENT}/`);
  const main = readableText(page.querySelector('main') ?? page.body).replace(/\s+/g, ' ');
  expect(page.querySelector('meta[name=description]')?.getAttribute('content')).toBe(
    'What the release of 1 May 2023 changed, word by word.',
  );
  expect(main).toContain('of 1 May 2023 replaces Quarterly activities report');
  // Of the headline, which is compared too, no word is counted.
  expect(main).toMatch(/In the text: 0 words taken out, \d+ words put in, \d+ words as before\./);
  const lines = [...page.querySelectorAll('.differences > p')].map(words);
  expect(lines).toEqual([
    'Quarterly activities report for the period ended 31 March 2023[put in: (replacement)]',
    '[put in: This report replaces that of 28 April 2023, in which the table of tenements was missing.]',
    '1 line as before',
    '[put in: Tenement | Holder | Share]',
    '[put in: M 99/1234 | Example Minerals | 60%]',
    '[put in: E 99/2001 | Example Minerals | 100%]',
  ]);
  expect([...page.querySelectorAll('.differences ins b')].map(words)).toContain('60%');
  expect(page.querySelectorAll('main script')).toHaveLength(0);
  for (const id of [REPLACEMENT, REPLACED]) {
    expect(page.querySelector(`main a[href="/releases/${id}/"]`)).not.toBeNull();
    const release = await builtPage(`/releases/${id}/`);
    expect(release.querySelector(`aside.correction a[href="/changes/${REPLACEMENT}/"]`)).not.toBeNull();
  }
});

test('a correction that does not repeat the release says so, and shows what it states itself', async () => {
  const page = await builtPage('/changes/2023/2023-02-02-correction/');
  expect(readableText(page.querySelector('main') ?? page.body)).toContain('too little in common');
  expect(words(page.querySelector('main li'))).toBe(
    'headline and first paragraph: was 31 m at 8.1% copper, is now 31 m at 1.8% copper',
  );
});

test('other kinds of correction have no such page', async () => {
  for (const id of ['2023/2023-06-07-retraction', '2023/2023-08-21-cancellation', '2023/2023-03-08-clarification'])
    await expect(readBuilt(`changes/${id}/index.html`)).rejects.toThrow('ENOENT');
});

test('/corrections/ names the corrected release, the kind, and what was and is now', async () => {
  const page = await builtPage('/corrections/');
  const item = (id: string) =>
    [...page.querySelectorAll('.releases > li')].find((one) =>
      one.querySelector(`a.headline[href="/releases/${id}/"]`),
    );
  expect(words(item('2023/2023-02-02-correction')?.querySelector('.targets'))).toBe(
    'corrects BBDD031 intersects 31 m at 8.1% copper of 1 February 2023 ' +
      'headline and first paragraph: was 31 m at 8.1% copper, is now 31 m at 1.8% copper ' +
      'was BBDD032, is 120 m to the north, is now BBDD032, is 120 m to the south See what changed',
  );
  expect(words(item('2023/2023-06-07-retraction')?.querySelector('.targets'))).toMatch(/^retracts .* of 6 June 2023$/);
  expect(item(REPLACEMENT)?.querySelector(`.targets a[href="/changes/${REPLACEMENT}/"]`)).not.toBeNull();
});

test('a printed release states its address, Sydney time, digest and whether it is signed', async () => {
  const page = await builtPage('/releases/2023/2023-02-02-correction/');
  const paper = readableText(page.querySelector('.on-paper') ?? page.body);
  expect(paper).toContain('https://archive.example/releases/2023/2023-02-02-correction/');
  expect(paper).toContain('Not signed: the archive names no key.');
  const shown = readableText(page.querySelector('main .sheet') ?? page.body);
  expect(shown).toContain('2 February 2023, 8:15 am AEDT (Sydney)');
  expect(shown).toMatch(
    /2023\/2023-02-02-correction\.md\s+Byte for byte as it lies in the archive; SHA-256 [0-9a-f]{64}/,
  );
});
