import path from 'node:path/posix';
import { nearest } from '../../text/nearest.ts';
import { listHint } from '../../release/value-findings.ts';
import { quote } from '../../text/quote.ts';
import type { Finding } from '../../release/problem.ts';
import { beside } from '../files-beside.ts';
import type { WholeDraft } from '../../release/schema.ts';
import type { ReleaseCheck, CheckContext } from './context.ts';

/** Every attachment must lie beside its release, and no two may differ by letter case or accents alone. */
export function checkAttachments({ release, context, report }: ReleaseCheck<WholeDraft>): void {
  const seen = new Map<string, string>();
  (release.attachments ?? []).forEach((entry, index) => {
    if (!('file' in entry)) return;
    const finding = missingFile(release.id, entry.file, context) ?? clash(entry.file, seen.get(fold(entry.file)));
    seen.set(fold(entry.file), entry.file);
    if (finding) report(`attachments.${index}`, 'error', finding);
  });
}

/** Why a named file cannot be published: it is not there, or only under another letter case. */
export function missingFile(id: string, name: string, { folder, names }: CheckContext): Finding | undefined {
  if (folder.files.has(beside(id, name))) return undefined;
  const present = names.get(path.dirname(id)) ?? [];
  const other = present.find((file) => fold(file) === fold(name));
  if (other !== undefined) {
    return {
      rule: 'attachment-case',
      message: `${quote(name)} is written ${quote(other)} on the disk; most servers tell the two apart.`,
      hint: `Write ${other}, or rename the file.`,
    };
  }
  const near = nearest(name, present);
  const several = listHint(name, (part) => /\.\w+$/.test(part));
  return {
    rule: 'attachment-missing',
    message: `There is no file ${quote(name)} beside the release.`,
    hint: several
      ? several
      : near
        ? `Did you mean ${near}? Otherwise put the file there.`
        : 'Put the file beside the release, or take the line out.',
  };
}

function clash(name: string, other: string | undefined): Finding | undefined {
  if (other === undefined) return undefined;
  if (other === name) {
    return {
      rule: 'attachment-duplicate',
      message: `${quote(name)} is attached twice.`,
      hint: 'Keep one of the two entries.',
    };
  }
  return {
    rule: 'attachment-address-taken',
    message: `${quote(name)} differs from ${quote(other)} by letter case or accents alone; some systems hold one of them only.`,
    hint: 'Rename one of the two files.',
  };
}

/** A name as systems see it that do not tell letter case and Unicode forms apart. */
export function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
