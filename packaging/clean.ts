import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

// `npm pack` calls this when the tarball is made: in the repository the program is src and package-lock.json alone.

const project = path.resolve(import.meta.dirname, '..');
for (const name of ['lib', 'npm-shrinkwrap.json']) rmSync(path.join(project, name), { recursive: true, force: true });
const kept = path.join(project, 'package.json.repository');
if (existsSync(kept)) renameSync(kept, path.join(project, 'package.json'));
