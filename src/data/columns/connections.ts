import { orNull, type Column } from './column.ts';

/** Other releases that it belongs to. */
export const connectionColumns: readonly Column[] = [
  {
    name: 'corrects',
    type: 'list of objects',
    missing: 'it corrects no other release',
    meaning: 'What it corrects: release, kind, changes (where, was, now); in CSV the ids of the releases.',
    value: ({ corrects }) =>
      orNull(corrects?.map(({ release, kind, changes }) => ({ release, kind, changes: orNull(changes) }))),
    inCsv: ({ corrects }) => (corrects ?? []).map(({ release }) => release),
  },
  {
    name: 'correctedBy',
    type: 'list of objects',
    missing: 'no release of this archive corrects it',
    meaning: 'The releases that correct it, oldest first: release, kind; in CSV their ids.',
    value: ({ id }, { archive }) =>
      orNull(archive.correctedBy.get(id)?.map((one) => ({ release: one.release.id, kind: one.correction.kind }))),
    inCsv: ({ id }, { archive }) => (archive.correctedBy.get(id) ?? []).map((one) => one.release.id),
  },
  {
    name: 'related',
    type: 'list of texts',
    missing: 'no other release on the same matter is named',
    meaning: 'Ids of the other releases on one matter, oldest first, whichever of them names the others.',
    value: ({ id }, { archive }) =>
      orNull(
        archive.related
          .get(id)
          ?.filter((other) => other.id !== id)
          .map((other) => other.id),
      ),
  },
];
