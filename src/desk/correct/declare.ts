import { z } from 'zod';
import { publishedFiles } from '../../archive/files-beside.ts';
import { declareChange } from '../../archive/seal/declare-change.ts';
import { WrongDeclaration, type DeclarationFlags } from '../../archive/seal/find-declaration.ts';
import { config } from '../../config.ts';
import { filesOfOthers } from '../../drafts/files-of-others.ts';
import { publication } from '../../drafts/publication.ts';
import { publishDraft } from '../../drafts/publish-draft.ts';
import { readPlainFile } from '../../files/read-plain-file.ts';
import { writeWhole } from '../../files/write-whole.ts';
import type { Desk } from '../desk.ts';
import { checkTyped } from '../edit/check-typed.ts';
import { openEdit } from '../edit/open-edit.ts';
import { freeIdIn, save } from '../edit/save.ts';
import { formSentences } from '../form/form-words.ts';
import { Refused } from '../read-request.ts';
import { moveImport } from '../store/imports.ts';
import { allBinned, moveToBin, takeFromBin } from '../store/bin.ts';

/** What is declared of a sealed release, and why; the release's page will show the reason. */
export const declareRequest = z.object({ what: z.enum(['amend', 'rename', 'withdraw']), reason: z.string() });

type DeclareRequest = z.output<typeof declareRequest>;

/**
 * Changes a sealed release and declares it: its file as it was typed, its name by its date and headline, or into the bin. Says
 * where it is now. Where the declaration is refused the files are put back, and `Refused` says why.
 */
export function declareAtDesk(desk: Desk, id: string, { what, reason }: DeclareRequest, now: number): string {
  const edit = openEdit(desk, id);
  if (!edit?.isSealed) throw new Refused(409, 'This release is not sealed; change it as any other.');
  if (reason.trim() === '') throw new Refused(422, 'Say in a sentence why; the release’s page will show it.');
  const { flags, to, undo } = CHANGES[what](desk, id, now);
  try {
    const { folder } = desk.archive.now();
    const declared = declareChange(folder, { ...flags, amend: id, reason }, now, config.advice);
    if ('declaration' in declared) {
      if (to !== '') moveImport(desk.place.root, id, to);
      return to;
    }
    const found = 'fault' in declared ? [declared.fault] : declared.problems.map(formSentences);
    throw new Refused(422, `Nothing was declared. ${found.join(' ')}`);
  } catch (error) {
    undo();
    throw error instanceof WrongDeclaration ? new Refused(422, error.message) : error;
  }
}

/** A change of the files that is to be declared. */
interface Change {
  readonly flags: Omit<DeclarationFlags, 'amend' | 'reason'>;
  /** The id under which the release stands after it. */
  readonly to: string;
  readonly undo: () => void;
}

const CHANGES: Readonly<Record<DeclareRequest['what'], (desk: Desk, id: string, now: number) => Change>> = {
  amend(desk, id, now) {
    const { root } = desk.place;
    const edit = openEdit(desk, id);
    const [wrong] = edit
      ? checkTyped(edit.typed, id, desk.archive, now).filter(({ severity }) => severity === 'error')
      : [];
    if (wrong) throw new Refused(422, `Nothing was declared. ${formSentences(wrong)}`);
    const before = readPlainFile(root, `${id}.md`);
    save(desk, id, now, 'It is declared right after.');
    return { flags: {}, to: id, undo: () => before && writeWhole(root, `${id}.md`, before) };
  },
  rename(desk, id) {
    const { root } = desk.place;
    const { folder } = desk.archive.now();
    const release = folder.releases.find((one) => one.id === id);
    if (!release) throw new Refused(409, 'This release has problems; put them right first.');
    const made = publication(release, folder.files, (one) => freeIdIn(desk, one) !== one);
    if (made.id === id) throw new Refused(409, 'Its name is that of its date and headline already. Amend those first.');
    const before = readPlainFile(root, `${id}.md`)?.toString('utf8') ?? '';
    const ofOthers = filesOfOthers(folder, id);
    publishDraft(root, id, made, ofOthers);
    const back = made.moves.map(({ from, to }) => ({ from: to, to: from }));
    return {
      flags: { 'renamed-to': made.id },
      to: made.id,
      undo: () => publishDraft(root, made.id, { id, text: before, moves: back }, ofOthers),
    };
  },
  withdraw(desk, id, now) {
    const { root } = desk.place;
    const { folder } = desk.archive.now();
    const release = folder.releases.find((one) => one.id === id);
    const files = release ? publishedFiles(release, folder.files).map(({ below }) => below) : [];
    const ofOthers = filesOfOthers(folder, id);
    const own = files.filter((file) => !ofOthers.has(file));
    const name = moveToBin(root, { title: release?.title ?? id, at: now, files: [`${id}.md`, ...own] });
    const undo = (): void => {
      const binned = allBinned(root).find((one) => one.name === name);
      if (binned) takeFromBin(root, binned, () => false);
    };
    return { flags: { withdrawn: true }, to: '', undo };
  },
};
