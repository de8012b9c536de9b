// Loaded before every command by `node --require`, in JavaScript and by Node's oldest loader: it has to say in words what keeps
// TypeScript, packages or the project's own path from being loaded at all.
const { isMainThread } = require('node:worker_threads');
const { existsSync, readFileSync } = require('node:fs');
const path = require('node:path');

const NEEDED = 24;

if (isMainThread) {
  const project = path.resolve(__dirname, '..');
  const wrong = wrongNode() ?? wrongPath(project) ?? wrongPackages(project);
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
 * Some packages are loaded in the middle of a command, and one document in a hundred needs the last of them: all are looked for
 * before it begins.
 * @param {string} project
 * @returns {string | undefined}
 */
function wrongPackages(project) {
  const file = path.join(project, 'package.json');
  const { dependencies = {} } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const isThere = (/** @type {string} */ name) =>
    module.paths.some((folder) => existsSync(path.join(folder, name, 'package.json')));
  const [first, ...others] = Object.keys(dependencies).filter((name) => !isThere(name));
  return first === undefined ? undefined : missingWords(first, others.length);
}

/**
 * @param {string} name
 * @param {number} others
 */
function missingWords(name, others = 0) {
  const more = others === 0 ? ' is' : others === 1 ? ' and 1 other package are' : ` and ${others} other packages are`;
  return `${name}${more} missing from node_modules. Run npm ci, and leave no optional packages out: they hold the programs for this system.`;
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
  // Any other path is a file of the program's own, and a fault of the program.
  const name =
    /Cannot find (?:package|module) '(?:[^']*[\\/]node_modules[\\/])?((?:@[^'\\/]+[\\/])?[^'./\\:][^'/\\:]*)(?=['/\\])/.exec(
      missing?.message ?? '',
    )?.[1];
  if (!isBinding && name === undefined) return undefined;
  return missingWords(name ?? 'A package');
}
