import { createRequire } from 'node:module';
import path from 'node:path';
import type { ScanPrograms } from '../importers/scan/recognise.ts';

/** The packages that read scans. They have some 100 MB, and most archives need none of them. */
const PACKAGES = ['tesseract.js@7.0.0', '@tesseract.js-data/eng@1.0.0', '@napi-rs/canvas@1.1.1'];

/** The folder in which the program lies. */
const PROGRAM = path.resolve(import.meta.dirname, '../..');

/** Where the programs lie that read scans, looked for from each of the folders and then beside this program. */
export function findScanPrograms(folders: readonly string[]): ScanPrograms | undefined {
  for (const folder of [...folders, PROGRAM]) {
    const { resolve } = createRequire(path.join(folder, 'index.js'));
    try {
      const data = path.dirname(resolve('@tesseract.js-data/eng/package.json'));
      return {
        tesseract: resolve('tesseract.js'),
        canvas: resolve('@napi-rs/canvas'),
        data: path.join(data, '4.0.0_best_int'),
      };
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  return undefined;
}

/** What to type in the archive's folder to have them; in the program's own folder its list of packages stays as it is. */
export function installScanPrograms(folder: string): string {
  return `npm install ${folder === PROGRAM ? '--no-save ' : ''}${PACKAGES.join(' ')}`;
}
