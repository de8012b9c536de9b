import { readFolder } from '../build/read-folder.ts';
import { changeDraft } from '../drafts/change-draft.ts';
import { plainCodes, plainDate } from '../drafts/plain-values.ts';
import { draftsOf } from '../drafts/publish.ts';
import { reviewLines, sourceNote } from '../drafts/review-draft.ts';
import type { Writable } from '../release/format.ts';
import type { WholeDraft } from '../release/schema.ts';
import { readSydneyDate, sydneyDate, writeSydneyDate } from '../release/sydney-time.ts';
import type { Terminal } from './command.ts';
import { complaint } from './new-fields.ts';
import { askForTypes, askPriceSensitive } from './shared-questions.ts';
import { publishOne, type PublishTask } from './publish-one.ts';

/** What became of a draft that a person has looked at; `stop` where the person broke off. */
type Answer = 'published' | 'skipped' | 'stop';

/** Shows a draft and asks what is to become of it, until it is published or left. `place` stands before its name. */
export async function lookAtDraft(id: string, place: string, task: PublishTask, streams: Terminal): Promise<Answer> {
  const { isCancel, select } = await import('@clack/prompts');
  const { context } = task;
  for (;;) {
    const draft = draftsOf(readFolder(task.place)).find((one) => one.id === id);
    if (!draft) return 'skipped';
    show(draft, place, task);
    const isWhole = draft.code !== undefined && draft.date !== undefined;
    const answer = await select({
      ...streams,
      message: isWhole ? 'Is all of this right?' : 'Its code and date are needed before it can be published.',
      options: [
        ...(isWhole ? [{ value: 'yes', label: 'Yes, publish it' }] : []),
        { value: 'edit', label: 'Edit' },
        { value: 'skip', label: 'Skip' },
      ],
    });
    if (isCancel(answer)) return 'stop';
    if (answer === 'skip') return 'skipped';
    if (answer === 'yes') {
      const refused = publishOne(draft, task);
      if (refused.length === 0) return 'published';
      for (const line of refused) context.log(`Not published. ${line}\n`);
    } else {
      const changed = await edit(draft, task, streams);
      if (!changed) return 'stop';
      changeDraft(task.place.root, id, () => changed);
    }
  }
}

function show(draft: WholeDraft, place: string, { context, place: { shown } }: PublishTask): void {
  context.log(`\n${place}${shown}/${draft.id}.md\n`);
  for (const { label, value, guess } of reviewLines(draft)) {
    context.log(`  ${`${label}:`.padEnd(17)}${value}${guess ? sourceNote(guess) : ''}\n`);
    if (guess && value === 'not known') context.log(`${' '.repeat(19)}perhaps ${guess.value}\n`);
  }
}

/** Asks for the facts one by one, with what the draft has as the answer to take by Enter; `undefined` when broken off. */
async function edit(draft: WholeDraft, task: PublishTask, streams: Terminal): Promise<Writable | undefined> {
  const { isCancel, text } = await import('@clack/prompts');
  const today = sydneyDate(task.context.now).day;
  const guessed = (field: string) => draft.review?.find((item) => item.field === field)?.value;
  const ask = async (message: string, initialValue: string | undefined, check: (value: string) => string | undefined) =>
    text({
      ...streams,
      message,
      ...(initialValue === undefined ? {} : { initialValue }),
      validate: (value) => check(value ?? ''),
    });
  const title = await ask('Headline, exactly as lodged', draft.title, (value) => complaint('title', value));
  if (isCancel(title)) return undefined;
  const code = await ask('ASX code', draft.code?.join(', ') ?? guessed('code'), (value) =>
    complaint('code', plainCodes(value)),
  );
  if (isCancel(code)) return undefined;
  const date = await ask(
    'Day on which it was announced, with the Sydney time where it is known: 30 July 2020 9:15',
    draft.date && writeSydneyDate(draft.date),
    (value) => complaint('date', plainDate(value, today)),
  );
  if (isCancel(date)) return undefined;
  const types = await askForTypes(streams, draft.types ?? []);
  if (isCancel(types)) return undefined;
  const priceSensitive = await askPriceSensitive(streams, draft.priceSensitive);
  if (isCancel(priceSensitive)) return undefined;
  const authorisedBy = await ask(
    'Who authorised it, in the words of the announcement (empty for none)',
    draft.authorisedBy,
    (value) => (value.trim() === '' ? undefined : complaint('authorisedBy', value)),
  );
  if (isCancel(authorisedBy)) return undefined;
  const read = readSydneyDate(plainDate(date, today));
  const asked = new Set(['title', 'code', 'date', 'types', 'authorisedBy']);
  const { types: _, priceSensitive: __, authorisedBy: ___, review, ...rest } = draft;
  const open = review?.filter(({ field }) => !asked.has(field)) ?? [];
  return {
    ...rest,
    title: title.trim(),
    code: plainCodes(code),
    ...('date' in read ? { date: read.date } : {}),
    ...(types.length > 0 ? { types, typedBy: draft.typedBy ?? 'archive' } : {}),
    ...(priceSensitive === '' ? {} : { priceSensitive: priceSensitive === 'true' }),
    ...(authorisedBy.trim() === '' ? {} : { authorisedBy: authorisedBy.trim() }),
    ...(open.length > 0 ? { review: open } : {}),
  };
}
