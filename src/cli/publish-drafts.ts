import type { AdviceSettings } from '../archive/check/advice.ts';
import { placeOf } from '../archive/read/place.ts';
import { UsageError } from '../build/failure.ts';
import { readFolder } from '../build/read-folder.ts';
import { config } from '../config.ts';
import { filesOfOthers } from '../drafts/files-of-others.ts';
import { draftsOf, planRenaming } from '../drafts/publish.ts';
import { publishDraft } from '../drafts/publish-draft.ts';
import { openFacts } from '../drafts/review-draft.ts';
import type { WholeDraft } from '../release/schema.ts';
import { counted } from '../text/counted.ts';
import { EXIT, readArguments, runCommand, type CommandContext, type Exit } from './command.ts';
import { pathBelow } from './path-below.ts';
import { publishOne, type PublishTask } from './publish-one.ts';
import { lookAtDraft } from './publish-questions.ts';

const USAGE = `Usage: npm run publish-drafts [-- [--all | --rename] [FILE…]]

Walks through the drafts: shows what each says, what of it an import has guessed and from which words, and asks: publish, edit,
skip. A published draft and its files are named by its date and headline. With FILE, a file or folder, only its drafts.

  --all       publishes, without asking, each draft of which no headline, date, code or type is a guess, such as those of a
              CSV that states them; the others are listed with what is open
  --rename    publishes nothing, and names drafts and their files by date and headline, as they stand now

RELEASES_DIR names another releases folder. Exit status: 0 done, 1 some could not be published, 2 wrong usage.
`;

/** The command `npm run publish-drafts`. */
export async function publishDrafts(
  args: readonly string[],
  context: CommandContext,
  advice: AdviceSettings,
): Promise<Exit> {
  const { values, positionals } = readArguments(args, { all: { type: 'boolean' }, rename: { type: 'boolean' } });
  if (values.all && values.rename) throw new UsageError('Give either --all or --rename.');
  const place = placeOf(context.variables['RELEASES_DIR'], context.project, context.working);
  const task: PublishTask = { place, context, advice };
  const folder = readFolder(place);
  const wanted = positionals.map((file) => pathBelow(file, place, context));
  const drafts = draftsOf(folder).filter(({ id }) => isWanted(id, wanted));
  if (drafts.length === 0) {
    context.out('No drafts found.\n');
    return EXIT.clean;
  }
  if (values.rename) return renameAll(drafts, task);
  if (values.all) return publishAll(drafts, task);
  if (!context.terminal)
    throw new UsageError(
      'Without a terminal to ask at, give --all, which publishes the drafts of which nothing is a guess.',
    );
  let published = 0;
  for (const [index, { id }] of drafts.entries()) {
    const answer = await lookAtDraft(id, `[${index + 1}/${drafts.length}] `, task, context.terminal);
    if (answer === 'stop') break;
    if (answer === 'published') published += 1;
  }
  context.out(`${counted(published, 'draft')} published, ${drafts.length - published} left as they are.\n`);
  return EXIT.clean;
}

function publishAll(drafts: readonly WholeDraft[], task: PublishTask): Exit {
  const left: string[] = [];
  for (const draft of drafts) {
    const open = openFacts(draft);
    if (open.length > 0) left.push(`${task.place.shown}/${draft.id}.md: ${open.join('; ')}`);
    else left.push(...publishOne(draft, task));
  }
  const { out } = task.context;
  out(`${counted(drafts.length - left.length, 'draft')} published, ${left.length} left.\n`);
  if (left.length === 0) return EXIT.clean;
  out(`\nLeft:\n${left.map((line) => `  ${line}\n`).join('')}npm run publish-drafts asks about each.\n`);
  return EXIT.problems;
}

function renameAll(drafts: readonly WholeDraft[], task: PublishTask): Exit {
  const { out } = task.context;
  const { shown, root } = task.place;
  let renamed = 0;
  for (const draft of drafts) {
    const folder = readFolder(task.place);
    const plan = planRenaming(draft, folder);
    if (!plan) continue;
    publishDraft(root, draft.id, plan, filesOfOthers(folder, draft.id));
    renamed += 1;
    out(`${shown}/${draft.id}.md is ${shown}/${plan.id}.md now\n`);
  }
  out(`${counted(renamed, 'draft')} renamed; ${drafts.length - renamed} bore their names already.\n`);
  return EXIT.clean;
}

/** Whether a draft is, or lies in, one of these paths below the releases folder; without any it is. */
function isWanted(id: string, wanted: readonly string[]): boolean {
  return wanted.length === 0 || wanted.some((one) => one === '' || one === `${id}.md` || id.startsWith(`${one}/`));
}

if (import.meta.main) await runCommand((args, context) => publishDrafts(args, context, config.advice), USAGE);
