import { MAX_POINTER_BYTES, pointerFinding } from '../release/git-pointer.ts';
import { conflictFindings } from '../release/merge-conflict.ts';
import { MAX_TEXT_BYTES } from './file-kinds.ts';
import { ImportRefusal } from './model/refusal.ts';

/**
 * Throws `ImportRefusal` for what git has left unfinished: a pointer in the place of the file, or a text with both versions of
 * a change. Each line of git's is written in ASCII, so the encoding does not matter.
 */
export function refuseUnfinished(bytes: Uint8Array): void {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, MAX_POINTER_BYTES));
  const pointer = pointerFinding(start, 'The file');
  if (pointer) throw new ImportRefusal(`${pointer.message} ${pointer.hint}`);
  if (bytes.length > MAX_TEXT_BYTES || start.includes('\0') || start.includes('%PDF-')) return;
  const text = new TextDecoder('latin1').decode(bytes).replace(/\r\n?/g, '\n');
  // Without a beginning it may be an e-mail that quotes another seven deep.
  const [first] = /^<{7}/m.test(text) ? conflictFindings(text) : [];
  if (first) throw new ImportRefusal(`Line ${first.line}: ${first.message} ${first.hint}`);
}
