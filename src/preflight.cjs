// Loaded before every command by `node --require`, in JavaScript and by Node's oldest loader: it has to say in words what keeps
// TypeScript, packages or the project's own path from being loaded at all.
const { isMainThread } = require('node:worker_threads');
const { existsSync } = require('node:fs');
const path = require('node:path');

const NEEDED = 24;

if (isMainThread) {
  const wrong = wrongNode() ?? wrongPath(path.resolve(__dirname, '..'));
  if (wrong !== undefined) {
    process.stderr.write(`${wrong}\n`);
    process.exit(2);
  }
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${missingPackage(error) ?? require('node:util').inspect(error)}\n`);
    process.exit(1);
  });
}

/** @returns {string | undefined} */
function wrongNode() {
  if (Number(process.versions.node.split('.')[0]) >= NEEDED) return undefined;
  return `This is Node ${process.versions.node}, and Node ${NEEDED} is needed. On Linux and Windows npm ci brings it along, unless optional packages are left out: run npm ci without --omit=optional. Elsewhere install the version that .nvmrc names.`;
}

/**
 * Vite takes # and ? for the end of a path and stumbles over quotation marks; a package of the program brings its pages bundled and
 * starts no Vite. Node resolves no package below * or a backslash;
 * a colon parts the folders in which npm looks for programs.
 * @param {string} project
 * @returns {string | undefined}
 */
function wrongPath(project) {
  const signs = process.platform === 'win32' ? /[*"\p{Cc}]/u : /[*"\\:\p{Cc}]/u;
  const isBundled = existsSync(path.join(__dirname, 'bundle'));
  const sign = (signs.exec(project) ?? (isBundled ? undefined : /[#?]/.exec(project)))?.[0];
  if (sign === undefined) return undefined;
  const shown = /\p{Cc}/u.test(sign) ? 'a control character' : sign;
  return `The project lies in "${project}", and programs that it needs cannot work in a folder with ${shown} in its path. Rename that folder.`;
}

/**
 * What to do about a package that is not there, or whose program for this system is not; undefined for any other error.
 * @param {unknown} error
 * @returns {string | undefined}
 */
function missingPackage(error) {
  const chain = [];
  for (let each = error; each instanceof Error; each = each.cause) chain.push(each);
  const isBinding = chain.some(({ message }) => /native binding/i.test(message));
  const missing = chain.find(({ code }) => code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND');
  // A path is a file of the program's own, and a fault of the program.
  const name = /Cannot find (?:package|module) '([^'./][^':]*)'/.exec(missing?.message ?? '')?.[1];
  if (!isBinding && name === undefined) return undefined;
  return `${name ?? 'A package'} is missing from node_modules. Run npm ci, and leave no optional packages out: they hold the programs for this system.`;
}
