import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite } from './build.ts';

/** A path as a company's own site would have it. */
export const BELOW = '/investors/archive/';

/** Builds the sample archive for a site below `BELOW`, with compressed files beside the others. */
export async function buildBelow(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const parent = await mkdtemp(join(tmpdir(), 'archive-below-'));
  const folder = join(parent, 'dist');
  const { status, output } = await buildSite({
    RELEASES_DIR: join(import.meta.dirname, '../fixtures/archive'),
    OUT_DIR: folder,
    SITE_URL: 'https://archive.example/',
    BASE_PATH: BELOW,
    PRECOMPRESS: '1',
  });
  if (status !== 0) throw new Error(`The sample archive could not be built below ${BELOW}:\n${output}`);
  return { folder, remove: () => rm(parent, { recursive: true, force: true }) };
}
