import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startDeskProcess } from '../browser/support/desk.ts';
import { folderWith, release } from '../support/releases-folder.ts';
import { ask, SETTINGS, told } from './open-desk.ts';

const FILE = release({ draft: 'true' });
const FIELDS = { title: 'First metal produced', code: ['XMX'], date: '2020-07-30', draft: 'true' };

/** The desk did not take what was typed. */
class Refused extends Error {}

/** Types and saves as fast as the desk answers, until it does no more; tells each sentence that it said was kept. */
async function work(address: string, page: string, from: number, onKept: (sentence: number) => void): Promise<void> {
  const { origin } = new URL(address);
  let version = Number(/"version":(\d+)/.exec(page)?.[1]);
  let base = /"base":"([0-9a-f]{64})"/.exec(page)?.[1];
  for (let sentence = from + 1; ; sentence++) {
    const body = `Sentence ${sentence}. ${'More words. '.repeat(200)}`.trim();
    const request = JSON.stringify({ version, base, fields: FIELDS, body });
    const reply = await ask(`${address}type/2020/a`, 'POST', { origin }, request);
    if (reply.status !== 200) throw new Refused(reply.body);
    ({ version } = told<{ version: number }>(reply));
    onKept(sentence);
    if (sentence % 3 !== 2) continue;
    base = told<{ digest: string }>(await ask(`${address}save/2020/a`, 'POST', { origin }, '{}')).digest;
    version = 0;
  }
}

test('killed at five moments while somebody types and saves, the desk has lost nothing that it said was kept', async () => {
  const folder = folderWith({ 'releases/archive.yml': SETTINGS, 'releases/2020/a.md': FILE });
  let kept = 0;
  for (let moment = 0; moment <= 5; moment++) {
    const { address, kill } = await startDeskProcess(folder);
    const page = (await ask(`${address}review/2020/a`, 'GET', {})).body;
    const shown = Number(/Sentence (\d+)\./.exec(page.slice(page.indexOf('data-body')))?.[1] ?? 0);
    // The last one may have been written down before it could be said.
    expect([kept, kept + 1]).toContain(shown);
    // What lies in the archive is whole, whichever one it is.
    expect(readFileSync(path.join(folder, 'releases/2020/a.md'), 'utf8')).toMatch(/^---\n[^]*\n---\n\n[^]*\.\n$/);
    kept = shown;
    const working = work(address, page, shown, (sentence) => (kept = sentence)).catch((error: unknown) => {
      if (error instanceof Refused) throw error;
    });
    await expect.poll(() => kept).toBeGreaterThan(shown);
    await pause(moment * 26);
    await kill();
    await working;
  }
}, 300_000);
