import path from 'node:path';
import type { AdviceSettings } from '../archive/check/advice.ts';
import type { Place } from '../archive/read/place.ts';
import { readFolder } from '../build/read-folder.ts';
import { filesOfOthers } from '../drafts/files-of-others.ts';
import { planPublication } from '../drafts/publish.ts';
import { publishDraft } from '../drafts/publish-draft.ts';
import { openFacts } from '../drafts/review-draft.ts';
import type { WholeDraft } from '../release/schema.ts';
import type { CommandContext } from './command.ts';

/** What the steps of the command share. */
export interface PublishTask {
  readonly place: Place;
  readonly context: CommandContext;
  readonly advice: AdviceSettings;
}

/** Publishes a draft as it stands, and comes back with why not. */
export function publishOne(draft: WholeDraft, task: PublishTask): readonly string[] {
  const { context, place } = task;
  const file = `${place.shown}/${draft.id}.md`;
  // As it stands now: a draft that was published changes which names are taken.
  const folder = readFolder(place);
  const { publication, problems } = planPublication(draft, folder, context.now, task.advice);
  if (!publication) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    const told = errors.map(({ message, hint }) => `${message} ${hint}`).join(' ');
    return [`${file}: ${told || openFacts(draft).join('; ')}`];
  }
  try {
    publishDraft(place.root, draft.id, publication, filesOfOthers(folder, draft.id));
  } catch (error) {
    const { code, dest } = error as NodeJS.ErrnoException & { dest?: string }; // node:fs throws these
    if (code !== 'EEXIST' || dest === undefined) throw error;
    return [`${file}: ${path.basename(dest)} is in the way and was not overwritten. Rename or remove it.`];
  }
  context.out(`Published ${place.shown}/${publication.id}.md\n`);
  return [];
}
