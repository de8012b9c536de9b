import { z } from 'zod';
import { checkArchive } from '../../archive/check/check-archive.ts';
import { notYetSealed, sealReleases } from '../../archive/seal/seal-open.ts';
import { config } from '../../config.ts';
import { counted } from '../../text/counted.ts';
import type { Desk } from '../desk.ts';
import { formSentences } from '../form/form-words.ts';
import { Refused } from '../read-request.ts';

/** The releases that the person has seen, by their ids. */
export const sealRequest = z.object({ ids: z.array(z.string()) });

/**
 * Seals the releases that are not sealed yet, as `npm run seal` does, and says how many. Throws `Refused` where the archive has no seals,
 * where they are others than the person has seen, and where something in the archive is wrong.
 */
export function seal({ archive }: Desk, { ids }: z.output<typeof sealRequest>, now: number): string {
  const { folder } = archive.now();
  if (!folder.lock) throw new Refused(409, 'This archive has no seals. npm run seal begins them.');
  const open = notYetSealed(folder);
  if (open.map(({ id }) => id).join('\n') !== ids.join('\n'))
    throw new Refused(409, 'The releases have changed since you looked. Look at the list again.');
  const [wrong] = checkArchive(folder, now, config.advice).filter(({ severity }) => severity === 'error');
  if (wrong) throw new Refused(422, `Nothing was sealed. ${wrong.file}: ${formSentences(wrong)}`);
  sealReleases(folder, open);
  return `Sealed ${counted(open.length, 'release')}.`;
}
