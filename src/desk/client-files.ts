import { existsSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { file, type Answer } from './answer.ts';

/**
 * A script or sheet of the desk's pages. Scripts are written in TypeScript and asked for as `.js`; their types are taken out
 * here, so that nothing has to be built. `pdfjs.js` is the reader of PDFs that imports use too.
 */
export function clientFile(name: string): Answer | undefined {
  if (name === 'pdfjs.js') return file(readFileSync(fileURLToPath(import.meta.resolve('unpdf/pdfjs'))), SCRIPT);
  if (!/^[a-z-]+\.(?:js|css)$/.test(name)) return undefined;
  const folder = path.join(import.meta.dirname, 'client');
  if (name.endsWith('.css')) return sheet(path.join(folder, name));
  const source = path.join(folder, name.replace(/\.js$/, '.ts'));
  if (!existsSync(source)) {
    const compiled = path.join(folder, name);
    return existsSync(compiled) ? file(readFileSync(compiled), SCRIPT) : undefined;
  }
  // Browsers take no `.ts` for a script, whatever its type.
  const code = stripTypeScriptTypes(readFileSync(source, 'utf8')).replace(/'(\.\/[a-z-]+)\.ts'/g, "'$1.js'");
  return file(code, SCRIPT);
}

/** One of the site's own sheets. */
export function styleFile(name: string): Answer | undefined {
  return /^[a-z-]+\.css$/.test(name) ? sheet(path.join(import.meta.dirname, '../styles', name)) : undefined;
}

function sheet(source: string): Answer | undefined {
  return existsSync(source) ? file(readFileSync(source), 'text/css; charset=utf-8') : undefined;
}

/** The scripts that pages begin with; what they import is served too. */
const SCRIPTS = {
  begin: new URL('./client/begin.ts', import.meta.url),
  bin: new URL('./client/bin.ts', import.meta.url),
  correct: new URL('./client/correct.ts', import.meta.url),
  send: new URL('./client/send.ts', import.meta.url),
  overview: new URL('./client/overview.ts', import.meta.url),
  published: new URL('./client/published.ts', import.meta.url),
  review: new URL('./client/review.ts', import.meta.url),
};

export type PageScript = keyof typeof SCRIPTS;

/** The name under which `clientFile` gives a page's script. */
export function scriptName(script: PageScript): string {
  return path.basename(SCRIPTS[script].pathname).replace(/\.ts$/, '.js');
}

const SCRIPT = 'text/javascript; charset=utf-8';
