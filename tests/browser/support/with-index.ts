import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSearchIndex } from '../../../src/build/search/write-index.ts';
import { openSiteFolder } from '../../../src/build/site-folder.ts';
import type { SearchRecord } from '../../../src/search/record/search-record.ts';
import { serveFolder } from '../../support/serve.ts';
import { builtSite } from '../../support/site.ts';

/** The site on a server, with an index of other releases, newest first; `shardSize` of them in a shard. */
export async function serveWithIndex(records: readonly SearchRecord[], shardSize: number) {
  const folder = await mkdtemp(join(tmpdir(), 'search-index-'));
  await cp(builtSite(), folder, { recursive: true });
  await rm(join(folder, 'pagefind'), { recursive: true });
  const sources = records.map(({ html, ...record }) => ({ ...record, html: () => html }));
  await writeSearchIndex(sources, openSiteFolder(join(folder, 'pagefind')).write, { shardSize });
  const server = await serveFolder(folder, { hostFiles: 'Cloudflare Pages' });
  return {
    ...server,
    close: async (): Promise<void> => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
