import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { BUILD, buildSite, withoutTestSettings } from '../support/build.ts';
import { digestsOf } from '../support/tree.ts';

/** A limit for something that hangs, in milliseconds. */
const MANY_BUILDS = 300_000;

// A build that is killed, whenever that may be, leaves the former site or the new one, whole.
const project = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'kill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const out = join(folder, 'site/dist');
const settings = { RELEASES_DIR: join(folder, 'releases'), OUT_DIR: out, CACHE_DIR: join(folder, 'cache') };

/** One of two archives; which one stands at `out` can be seen. */
function write(metal: 'Gold' | 'Silver'): void {
  mkdirSync(settings.RELEASES_DIR, { recursive: true });
  for (let day = 1; day <= 9; day++)
    writeFileSync(
      join(settings.RELEASES_DIR, `2021-03-0${day}-pour.md`),
      `---\ntitle: "${metal} pour ${day}"\ncode: XMX\ndate: 2021-03-0${day}\n---\n\n${metal} was poured.\n`,
    );
}

/** Starts a build without npm between, so that a signal reaches it, and kills it when told. */
async function killBuild(when: (kill: () => void) => void): Promise<void> {
  const build = spawn(process.execPath, BUILD, {
    cwd: project,
    env: { ...withoutTestSettings(process.env), ...settings },
    stdio: 'ignore',
  });
  when(() => build.kill('SIGKILL'));
  await once(build, 'exit');
}

/** Numbers from 0 to 1 in a fixed order, by Lehmer's generator. */
function* chances(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

test(
  'a build that is killed at any of 20 moments, or as it puts the site into place, leaves a whole site',
  async () => {
    const sites = { Gold: {}, Silver: {} };
    let duration = 0;
    for (const metal of ['Gold', 'Silver'] as const) {
      write(metal);
      const started = performance.now();
      expect((await buildSite({ ...settings, CLEAN: '1' })).status).toBe(0);
      duration = performance.now() - started;
      sites[metal] = digestsOf(out);
    }
    expect(sites.Gold).not.toEqual(sites.Silver);

    const whole = () => {
      // Between the two renames the former site stands beside.
      const site = digestsOf(existsSync(out) ? out : `${out}.former`);
      if (isSame(site, sites.Gold)) return 'Gold';
      return isSame(site, sites.Silver) ? 'Silver' : 'neither';
    };
    const chance = chances(20_261_123);
    const seen = new Set<string>();
    let standing = 'Silver';
    for (let round = 0; round < 24; round++) {
      const metal = round % 2 === 0 ? 'Gold' : 'Silver';
      write(metal);
      const after = chance.next().value * duration;
      await killBuild((kill) => {
        if (round < 20) return void setTimeout(kill, after);
        // The last four are killed as soon as something is renamed beside the site.
        const watcher = watch(join(out, '..'), (_, name) => {
          if (name === null || !/^dist\.(?:next|former)$/.test(name)) return;
          watcher.close();
          kill();
        });
      });
      const found = whole();
      expect([standing, metal], `round ${round}, killed after ${Math.round(after)} ms`).toContain(found);
      seen.add(found === standing ? 'former' : 'new');
      standing = found;
    }
    expect(seen.has('former')).toBe(true);

    write('Gold');
    const { status, output } = await buildSite(settings);
    expect(status, output).toBe(0);
    expect(digestsOf(out)).toEqual(sites.Gold);
    for (const left of ['next', 'former', 'lock']) expect(existsSync(`${out}.${left}`), left).toBe(false);
  },
  MANY_BUILDS,
);

test('a second build into the same folder says so and stops, and the first one ends well', async () => {
  write('Gold');
  const results = await Promise.all([buildSite(settings), buildSite(settings)]);
  expect(new Set(results.map(({ status }) => status))).toEqual(new Set([0, 2]));
  expect(results.map(({ output }) => output).join()).toMatch(/Another build, process \d+, is writing into /);
});

function isSame(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
