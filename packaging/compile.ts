import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';

/**
 * Writes the folder `to` anew, which is `from` with JavaScript in place of TypeScript: Node runs no TypeScript below node_modules.
 * Types become spaces and `.ts` in an import becomes `.js`, so that every line and column is that of the source, and an error shows
 * where it is without a source map.
 */
export function compileProgram(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const source = path.join(entry.parentPath, entry.name);
    const target = path.join(to, path.relative(from, source));
    mkdirSync(path.dirname(target), { recursive: true });
    if (entry.name.endsWith('.ts')) {
      const code = stripTypeScriptTypes(readFileSync(source, 'utf8'));
      writeFileSync(target.replace(/\.ts$/, '.js'), withJavaScript(code));
    } else if (entry.name.endsWith('.astro')) writeFileSync(target, withJavaScript(readFileSync(source, 'utf8')));
    else cpSync(source, target);
  }
}

/** Relative addresses of modules with the ending that they have in `lib`. */
function withJavaScript(code: string): string {
  return code.replace(/((?:from|import|import\(|new URL\()\s*['"]\.{1,2}\/[^'"]+)\.ts(?=\??[^'"]*['"])/g, '$1.js');
}
