#!/usr/bin/env node
// The command of the installed program: `asx-release-archive build` and so on, as an archive's npm scripts call it. In JavaScript
// that Node 20 runs: it starts Node 24, which comes as a package where the machine's own is older.
const { spawn } = require('node:child_process');
const { existsSync } = require('node:fs');
const path = require('node:path');

const program = path.resolve(__dirname, '..');
const isPacked = existsSync(path.join(program, 'lib'));
const source = path.join(program, isPacked ? 'lib' : 'src');
const [command = '', ...args] = process.argv.slice(2);
const COMMANDS = [
  'build',
  'check',
  'desk',
  'detach',
  'dev',
  'import',
  'init',
  'new',
  'preview',
  'publish-drafts',
  'seal',
  'sign',
  'verify',
];
const usage = `Usage: asx-release-archive COMMAND [ARGUMENTS]

Commands: ${COMMANDS.join(', ')}
asx-release-archive COMMAND --help explains each. asx-release-archive init FOLDER begins an archive.
`;

if (command === '--version') process.stdout.write(`${require('../package.json').version}\n`);
else if (command === '' || command === '--help' || command === '-h') process.stdout.write(usage);
else if (!COMMANDS.includes(command)) {
  process.stderr.write(`There is no command "${command}".\n\n${usage}`);
  process.exitCode = 2;
} else start(path.join(source, 'cli', `${command}.${isPacked ? 'js' : 'ts'}`));

/** @param {string} script */
function start(script) {
  const preflight = path.join(source, 'preflight.cjs');
  // Both threads of a build are busy; ARCHITECTURE.md, "Decisions", says more.
  const threads = command === 'build' ? ['--v8-pool-size=0', '--max-semi-space-size=32'] : [];
  const child = spawn(node(), ['--require', preflight, ...threads, script, ...args], { stdio: 'inherit' });
  // A signal that is meant for the command must not end this process alone. Those of a terminal reach both.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  child.once('error', (error) => {
    process.stderr.write(`Node could not be started (${error.message}).\n`);
    process.exitCode = 1;
  });
  child.once('exit', (status, signal) => {
    if (signal === null) process.exit(status ?? 1);
    for (const each of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(each);
    process.kill(process.pid, signal);
  });
}

/** Node 24: this one, or the package for this system. src/preflight.cjs says what to do where neither is there. */
function node() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  try {
    const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
    const found = path.dirname(require.resolve(`${name}/package.json`));
    return path.join(found, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  } catch {
    return process.execPath;
  }
}
