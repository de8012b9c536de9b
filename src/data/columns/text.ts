import { orNull, type Column } from './column.ts';

/** Its text, and the archive’s own record of it. */
export const textColumns: readonly Column[] = [
  {
    name: 'language',
    type: 'text',
    meaning: 'Language of the text as a BCP 47 tag.',
    value: ({ language }) => language ?? 'en-AU',
  },
  {
    name: 'declaredChanges',
    type: 'list of objects',
    missing: 'none was declared',
    meaning:
      'Changes of the archive’s own files after they were sealed, oldest first: kind, its id then, date, reason, the files’ digests before (was) and after (now), and renamedTo.',
    value: ({ id }, { archive }) => {
      const changes = archive.history.changesOf(id);
      return changes.length === 0 ? null : changes;
    },
    inCsv: false,
  },
  {
    name: 'textFrom',
    type: 'text',
    missing: 'the text was not recognised by a machine, or that is not recorded',
    meaning: 'scan where a machine has recognised the text in a scanned document; the document counts.',
    value: ({ textFrom }) => orNull(textFrom),
  },
];
