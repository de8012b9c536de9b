import { spawn } from 'node:child_process';

// What `npm test` asks before any test: form, rules and types, all at once, each reported as a whole when it has ended.
const CHECKS = [
  'prettier --check --log-level warn .',
  'eslint --max-warnings 0 .',
  'astro check --minimumSeverity warning',
] as const;

const passed = await Promise.all(CHECKS.map(run));
process.exitCode = passed.every(Boolean) ? 0 : 1;

/** Runs a command as npm would; true when it found nothing. */
function run(command: string): Promise<boolean> {
  // Where a terminal shows colours the command does not see it, and has to be told.
  const colours = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  return new Promise((resolve, reject) => {
    // By a shell, for on Windows what npm puts on the PATH are scripts.
    const child = spawn(command, {
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...colours },
    });
    let output = '';
    const keep = (chunk: string) => (output += chunk);
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.once('error', reject).once('close', (status) => {
      process.stdout.write(`${status === 0 ? 'Passed' : 'Failed'}: ${command}\n${output}`);
      resolve(status === 0);
    });
  });
}
