import path from 'node:path';
import { writeFileSync } from 'node:fs';
import { readText } from '../archive/read/read-text.ts';
import { RELEASE_LIMIT } from '../archive/read/read-findings.ts';
import { formatRelease, type Writable } from '../release/format.ts';
import { parseRelease } from '../release/parse.ts';
import type { WholeDraft } from '../release/schema.ts';

/** The draft of an id as its file stands now; `undefined` where it cannot be read, has errors, or is no draft any more. */
function readDraft(root: string, id: string): WholeDraft | undefined {
  const text = readText(root, `${id}.md`, RELEASE_LIMIT, () => undefined);
  if (text === undefined) return undefined;
  const { release, draft } = parseRelease(`${id}.md`, text, id);
  const found = release ?? draft;
  return found?.draft === true ? found : undefined;
}

/** Rewrites the file of a draft; false where there is no such draft. */
export function changeDraft(root: string, id: string, change: (draft: WholeDraft) => Writable): boolean {
  const draft = readDraft(root, id);
  if (!draft) return false;
  const { review, ...changed } = change(draft);
  const whole = review && review.length > 0 ? { ...changed, review } : changed;
  writeFileSync(path.join(root, `${id}.md`), formatRelease(whole));
  return true;
}
