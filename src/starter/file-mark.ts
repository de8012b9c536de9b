import { hash } from 'node:crypto';

/** Twelve characters that stand for a file's path and content, the latter by its id in git. */
export function fileMark({ path, blob }: { readonly path: string; readonly blob: string }): string {
  return hash('sha256', `${path}\n${blob}`).slice(0, 12);
}
