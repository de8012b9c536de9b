import { z } from 'zod';
import type { ReleaseFiles } from '../archive/seal/compare.ts';
import type { Change } from '../archive/seal/lock-history.ts';

/** The declared changes of an archive in its `releases.json`, of each release oldest first; `undefined` where it is none. */
export function declaredChanges(text: string): Change[] | undefined {
  const read = parse(text);
  if (!read) return undefined;
  const present = read.releases.flatMap(({ id, declaredChanges: changes }) =>
    (changes ?? []).map((change) => ({ ...change, id: change.id ?? id })),
  );
  return [...present, ...read.withdrawn.flatMap(({ changes }) => changes)].map(({ renamedTo, ...change }) =>
    renamedTo === undefined ? change : { ...change, renamedTo },
  );
}

/**
 * The files of each release in a `releases.json`: its own and the documents that lie beside it; `undefined` where it is none.
 * Pictures in its text are not named there.
 */
export function filesInData(text: string): ReleaseFiles | undefined {
  const read = parse(text);
  return (
    read &&
    new Map(
      read.releases.map(({ id, address, sha256, attachments }) => {
        const own = `${id.split('/').at(-1) ?? id}.md`;
        const beside = (attachments ?? []).flatMap((one) => {
          const name = one.address.startsWith(address) ? decodeURIComponent(one.address.slice(address.length)) : '/';
          return one.sha256 === null || name.includes('/') ? [] : [[name, one.sha256] as const];
        });
        return [id, Object.fromEntries([[own, sha256], ...beside])];
      }),
    )
  );
}

const digests = z.record(z.string(), z.string());
const change = z.object({
  // Archives of former versions of the program do not name it.
  id: z.string().optional(),
  kind: z.enum(['amended', 'renamed', 'withdrawn', 'restored']),
  date: z.string(),
  reason: z.string(),
  was: digests,
  now: digests,
  renamedTo: z.string().optional(),
});
const dataSchema = z.object({
  releases: z.array(
    z.object({
      id: z.string(),
      address: z.string(),
      sha256: z.string(),
      attachments: z.array(z.object({ address: z.string(), sha256: z.string().nullable() })).nullish(),
      declaredChanges: z.array(change).nullish(),
    }),
  ),
  withdrawn: z.array(z.object({ id: z.string(), changes: z.array(change.extend({ id: z.string() })) })).default([]),
});

function parse(text: string): z.output<typeof dataSchema> | undefined {
  try {
    return dataSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
