import { stateOf } from '../../archive/seal/lock.ts';
import { writeWhole } from '../../files/write-whole.ts';
import { quote } from '../../text/quote.ts';
import type { Desk } from '../desk.ts';
import { fileText, readReleaseFile } from '../edit/release-file.ts';
import { Refused } from '../read-request.ts';
import { git } from '../send/git.ts';
import { readTyping } from '../store/typing.ts';

/**
 * Makes a release a draft again that was published by mistake and not sent yet; its name and its documents stay. Throws `Refused`
 * where `keptPublished` says why not, and where it has changes that are not saved.
 */
export async function unpublish(desk: Desk, id: string): Promise<void> {
  const { root } = desk.place;
  const why = await keptPublished(desk, id);
  if (why !== undefined) throw new Refused(409, why);
  if (readTyping(root, id))
    throw new Refused(409, 'This release has changes that are not saved. Save or discard them first.');
  const { typed, leftOut = [] } = readReleaseFile(root, id) ?? {};
  if (!typed) throw new Refused(404, 'This release is no longer there.');
  const [lost] = leftOut;
  if (lost !== undefined)
    throw new Refused(409, `Its file holds what the desk does not know (${lost}). Write draft: true into it instead.`);
  const file = fileText({ ...typed, fields: { ...typed.fields, draft: 'true' } });
  if ('problems' in file) throw new Refused(409, 'This release has problems; put them right first.');
  writeWhole(root, `${id}.md`, file.text);
}

/** Why a release has to stay published, in a sentence: readers may have it, or a release that they have names it. */
export async function keptPublished(desk: Desk, id: string): Promise<string | undefined> {
  const { folder } = desk.archive.now();
  const release = folder.releases.find((one) => one.id === id);
  if (!release || release.draft === true) return 'This release is not published.';
  const entry = folder.lock?.entries.get(id);
  if (entry && stateOf(entry) === 'present') return 'It is sealed. Correct or withdraw it instead.';
  const naming = folder.releases.find(
    ({ draft, corrects = [], related = [] }) =>
      draft !== true && (related.includes(id) || corrects.some((one) => one.release === id)),
  );
  if (naming) return `${quote(naming.title)} names it. Change that release first.`;
  const known = await git(desk.place.root, ['ls-files', '-z', '--', `${id}.md`], desk.variables);
  if (known.isDone && known.out !== '')
    return 'It has been handed to Git, and readers may have it. Correct it instead.';
  return undefined;
}
