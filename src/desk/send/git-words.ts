/** What Git answered, in plain words; its own where none are known. */
export function gitWords(said: string): string {
  return ANSWERS.find(([signs]) => signs.test(said))?.[1] ?? `Git said: ${firstLines(said)}`;
}

const ANSWERS: readonly (readonly [RegExp, string])[] = [
  [/git is not installed/, 'Git is not installed on this machine.'],
  [
    /\[rejected\]|non-fast-forward|fetch first/i,
    'The other copy has changes that this machine does not have yet. Choose “First get what the other copy has”, and send again.',
  ],
  [
    /CONFLICT|could not apply|Merge conflict/i,
    'Two people have changed the same lines. Ask whoever looks after the archive.',
  ],
  [
    /could not read (?:Username|Password)|Authentication failed|terminal prompts disabled|Permission denied(?: \(|, please)|HTTP Basic|access denied|not allowed to push|403 Forbidden|returned error: 403/i,
    'You are not signed in at the other copy, or may not write there. Ask whoever looks after the archive to set that up on this machine.',
  ],
  [
    /Could not resolve host|Could not connect|Failed to connect|Network is unreachable|Connection (?:refused|timed out|reset)|No route to host|timed out/i,
    'The other copy cannot be reached. Check the network, and send again.',
  ],
  [
    /Host key verification failed/i,
    'This machine does not know the other copy’s host yet. Ask whoever looks after the archive to connect to it once.',
  ],
  [
    /repository.*not found|does not appear to be a git repository|No such file or directory/i,
    'The other copy is not there. Ask whoever looks after the archive for its address.',
  ],
  [
    /Please tell me who you are|empty ident|unable to auto-detect email/i,
    'Git does not know your name yet. Ask whoever looks after the archive to set user.name and user.email on this machine.',
  ],
  [
    /index\.lock|another git process/i,
    'Another program is at work with Git here. Wait until it is done, and send again.',
  ],
  [
    /dubious ownership/i,
    'The archive’s folder belongs to another account of this machine, so Git does nothing there. Ask whoever looks after the archive.',
  ],
  [
    /^git did not finish/,
    'Git was not done after two minutes and was ended. Try again; if it happens again, ask whoever looks after the archive.',
  ],
  [/No space left|disk quota/i, 'The disk is full.'],
  [
    /protected branch|pre-receive hook declined|GH006/i,
    'The other copy takes nothing on this branch without a review. Ask whoever looks after the archive.',
  ],
];

function firstLines(said: string): string {
  const lines = said.split('\n').map((line) => line.replace(/^(?:fatal|error|remote): */, '').trim());
  return lines.filter(Boolean).slice(0, 3).join(' ') || 'nothing.';
}
