import { createHash } from 'node:crypto';

/** Twelve characters that stand for a file's path and content, the latter by its id in git. */
export function fileMark({ path, blob }: { readonly path: string; readonly blob: string }): string {
  return createHash('sha256').update(`${path}\n${blob}`).digest('hex').slice(0, 12);
}
