import path from 'node:path';
import type { Desk } from '../desk.ts';
import { gitWords } from './git-words.ts';
import { git } from './git.ts';

/** The repository in which the releases lie, as far as sending needs it. */
type Repository =
  /** `why` is a sentence for the person. */
  | { readonly isReady: false; readonly why: string }
  | {
      readonly isReady: true;
      /** Absolute path of its top. */
      readonly top: string;
      readonly branch: string;
      /** The name of the other copy, `origin`, and its address without a password. */
      readonly remote: string;
      readonly address: string;
      /** Commits that the other copy does not have yet. */
      readonly ahead: number;
    };

export async function repositoryOf({ place: { root }, variables }: Desk): Promise<Repository> {
  const run = async (...args: string[]) => git(root, args, variables);
  const top = await run('rev-parse', '--show-toplevel');
  if (!top.isDone) {
    return {
      isReady: false,
      why: /not a git repository/i.test(top.said)
        ? notSent('the archive is not kept with Git', root)
        : `${gitWords(top.said)} The archive’s files are in ${root}.`,
    };
  }
  const branch = await run('symbolic-ref', '--short', 'HEAD');
  if (!branch.isDone)
    return {
      isReady: false,
      why: 'Git is in the middle of something else here; whoever looks after it has to finish that first.',
    };
  const name = branch.out.trim();
  const configured = await run('config', `branch.${name}.remote`);
  const remotes = (await run('remote')).out.split('\n').filter(Boolean);
  const remote = configured.out.trim() || (remotes.includes('origin') ? 'origin' : remotes[0]);
  if (remote === undefined) return { isReady: false, why: notSent('Git keeps the archive on this machine only', root) };
  const address = (await run('remote', 'get-url', '--push', remote)).out.trim();
  const sent = `refs/remotes/${remote}/${name}`;
  const isKnown = (await run('rev-parse', '--verify', '--quiet', sent)).isDone;
  // Before the first push there is nothing to compare with, so whatever the other copy has on other branches is left out.
  const ahead = await run('rev-list', '--count', 'HEAD', '--not', ...(isKnown ? [sent] : [`--remotes=${remote}`]));
  return {
    isReady: true,
    top: path.resolve(top.out.trim()),
    branch: name,
    remote,
    address: address.replace(/\/\/[^/@]*@/, '//'),
    ahead: ahead.isDone ? Number(ahead.out) : 0,
  };
}

function notSent(reason: string, root: string): string {
  return `The desk cannot send it, because ${reason}. Readers get it when the archive is put on the web from ${root}: ask whoever looks after it to do that, or to set up sending for you.`;
}
