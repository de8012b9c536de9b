import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { compareText } from '../../src/text/compare-text.ts';
import { freeId, idOf } from '../../src/release/naming.ts';
import { drawDay, drawTime, firstYear } from './calendar.ts';
import { chances, type Chance } from './chance.ts';
import { archiveSettings, companies } from './companies.ts';
import { kinds } from './kinds.ts';
import { drawRelease, type Earlier, type Planned } from './release.ts';

/** A file of the market's releases folder, by its path below it with `/`. */
interface MarketFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The files of `size` made-up releases of a fictional market, with its `archive.yml`, release after release from the oldest.
 * The same size and seed give the same files, whenever that is.
 */
export function* generateMarket(size: number, seed: number): Generator<MarketFile> {
  const chance = chances(seed);
  const first = firstYear(size);
  yield { path: 'archive.yml', text: archiveSettings(first) };
  const taken = new Set<string>();
  const earlier = new Map<string, Earlier[]>();
  for (const planned of plan(chance, size, first)) {
    const former = earlier.get(planned.company.code) ?? [];
    const drawn = drawRelease(chance, planned, former, (headline) =>
      freeId(idOf(planned.day, headline), (id) => taken.has(id)),
    );
    taken.add(drawn.id);
    earlier.set(planned.company.code, [...former.slice(-(REMEMBERED - 1)), drawn]);
    yield { path: `${drawn.id}.md`, text: drawn.text };
    for (const { name, content } of drawn.documents) yield { path: join(dirname(drawn.id), name), text: content };
  }
}

/** So many of a company's latest releases may be corrected by the next one, or be related to it. */
const REMEMBERED = 12;

/** Writes the market into a folder, which is made where it is not there. */
export async function writeMarket(folder: string, size: number, seed: number): Promise<void> {
  const made = new Set<string>();
  for (const { path, text } of generateMarket(size, seed)) {
    const parent = dirname(join(folder, path));
    if (!made.has(parent)) await mkdir(parent, { recursive: true });
    made.add(parent);
    await writeFile(join(folder, path), text);
  }
}

function plan(chance: Chance, size: number, first: number): readonly Planned[] {
  const planned = Array.from({ length: size }, () => {
    const kind = chance.weighted(kinds);
    const day = drawDay(chance, first, kind.season);
    // The older a release is, the less is known of the minute.
    const time = chance.happens(day < '2000-01-01' ? 0.3 : 0.95) ? drawTime(chance) : undefined;
    return { company: chance.weighted(companies), kind, day, time };
  });
  return planned.toSorted((a, b) => compareText(momentOf(a), momentOf(b)));
}

/** Text that sorts as the releases' order does; those of one minute stay as they were drawn. */
function momentOf({ day, time }: Planned): string {
  return `${day} ${time ?? '00:00'}`;
}
