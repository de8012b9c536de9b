// Loaded before every command by `node --require`, in JavaScript and by Node's oldest loader: it has to say in words what keeps
// TypeScript, packages or the project's own path from being loaded at all.
const { isMainThread } = require('node:worker_threads');
const { existsSync, readFileSync, readdirSync, rmSync } = require('node:fs');
const path = require('node:path');
const { unusableSign } = require('./files/unusable-path.cjs');

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
  keepCompiled(project);
}

/**
 * Has Node keep what it has compiled of the program and its packages beside them, for later commands: a build begins a sixth of a
 * second sooner. Threads and processes that a command starts find the folder in their environment. Where it may not be
 * written, Node goes on without it.
 * @param {string} project
 */
function keepCompiled(project) {
  const parts = project.split(path.sep);
  const packages = parts.includes('node_modules')
    ? parts.slice(0, parts.lastIndexOf('node_modules') + 1).join(path.sep)
    : path.join(project, 'node_modules');
  const folder = path.join(packages, '.cache/compiled');
  try {
    // Each version of the program adds its own: 5,000 files are 20 MB, about as many as a hundred builds leave.
    if (existsSync(folder) && readdirSync(folder, { recursive: true }).length > 5000)
      rmSync(folder, { recursive: true, force: true });
  } catch {
    // Somebody else's folder, which may not be read or cleared: what it holds serves all the same.
  }
  process.env.NODE_COMPILE_CACHE ??= folder;
  require('node:module').enableCompileCache(process.env.NODE_COMPILE_CACHE);
}

/** @returns {string | undefined} */
function wrongNode() {
  if (Number(process.versions.node.split('.')[0]) >= NEEDED) return undefined;
  return `This is Node ${process.versions.node}, and Node ${NEEDED} is needed. On Linux and Windows npm ci brings it along, unless optional packages are left out: run npm ci without --omit=optional. Elsewhere install the version that .nvmrc names.`;
}

/**
 * Vite takes # and ? for the end of a path; a package of the program brings its pages bundled and starts no Vite.
 * @param {string} project
 * @returns {string | undefined}
 */
function wrongPath(project) {
  const isBundled = existsSync(path.join(__dirname, 'bundle'));
  const sign = unusableSign(project) ?? (isBundled ? undefined : /[#?]/.exec(project)?.[0]);
  if (sign === undefined) return undefined;
  return `The project lies in "${project}", and programs that it needs cannot work in a folder with ${sign} in its path. Rename that folder.`;
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
