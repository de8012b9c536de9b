import { z } from 'zod';
import type { Desk } from '../desk.ts';
import { Refused } from '../read-request.ts';
import { gitWords } from './git-words.ts';
import { git, type GitResult } from './git.ts';
import { outgoing } from './outgoing.ts';
import { repositoryOf } from './repository.ts';

export const sendRequest = z.object({
  message: z.string(),
  /** Paths that the person has seen; where others are to be sent by now, nothing is. */
  files: z.array(z.string()),
  /** What the other copy has and this one has not is fetched first. */
  fetchFirst: z.boolean(),
});

/**
 * Commits exactly the files that the person has seen and sends them to the other copy. Says in words how it went; throws
 * `Refused` where it did not. What was committed and could not be sent is sent the next time.
 */
export async function send(desk: Desk, request: z.output<typeof sendRequest>): Promise<string> {
  const repository = await repositoryOf(desk);
  if (!repository.isReady) throw new Refused(409, repository.why);
  const { top, branch, remote, address } = repository;
  const run = (args: readonly string[], input = '') => git(top, args, desk.variables, input);
  const going = await outgoing(desk, top);
  if (!going.isKnown) throw new Refused(502, `Nothing was sent. ${going.why}`);
  const { files } = going;
  if (files.join('\n') !== request.files.join('\n'))
    throw new Refused(409, 'The files have changed since you looked. Look at the list again.');
  if (files.length > 0) {
    const list = files.map((file) => `:(top,literal)${file.slice(top.length + 1).replaceAll('\\', '/')}`).join('\0');
    const named = ['--pathspec-from-file=-', '--pathspec-file-nul'];
    required(await run(['add', '--all', ...named], list), 'Nothing was sent.');
    const message = request.message.trim() || 'Bring the archive up to date';
    required(await run(['commit', '--only', '--message', message, ...named], list), 'Nothing was sent.');
  }
  let aside = '';
  if (request.fetchFirst) {
    const pulled = await run(['pull', '--rebase', '--autostash', remote, branch]);
    if (!pulled.isDone) {
      await run(['rebase', '--abort']);
      required(pulled, 'The changes of the other copy could not be joined with yours; everything here is as it was.');
    }
    if (/autostash resulted in conflicts/i.test(`${pulled.said}\n${pulled.out}`)) aside = PUT_ASIDE;
  }
  const pushed = await run(['push', '--set-upstream', remote, `HEAD:refs/heads/${branch}`]);
  required(pushed, `Nothing was sent; what you wanted to send is kept and goes the next time.${aside}`);
  return `Sent to ${address}.${aside}`;
}

const PUT_ASIDE =
  ' But the other copy has changed the same lines as somebody here has in files that are not sent yet: Git has put those changes aside (git stash). Ask whoever looks after the archive to bring them back.';

function required({ isDone, said, out }: GitResult, what: string): void {
  if (!isDone) throw new Refused(502, `${what} ${gitWords(`${said}\n${out}`)}`);
}
