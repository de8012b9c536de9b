import { hash } from 'node:crypto';
import { allTyping, forgetTyping } from '../store/typing.ts';
import { isNew } from './open-edit.ts';
import { fileText, readReleaseFile } from './release-file.ts';
import { idFor } from './type.ts';

/**
 * Forgets what is kept as typed although a release's file already says it, to the byte: a desk that was killed while it saved had
 * written the file and not got further, and what is typed next would be refused as a change from outside.
 */
export function forgetSaved(root: string): void {
  for (const typing of allTyping(root)) {
    const made = fileText(typing);
    if (!('text' in made)) continue;
    const id = isNew(typing.key) ? idFor(typing.fields) : typing.key;
    if (readReleaseFile(root, id)?.digest === hash('sha256', made.text)) forgetTyping(root, typing.key);
  }
}
