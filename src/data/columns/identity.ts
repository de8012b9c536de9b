import { feedIdentity } from '../../archive/seal/lock-history.ts';
import { nameAt } from '../../archive/company-names.ts';
import { entryId } from '../../release/entry-id.ts';
import { lodgingCode } from '../../release/schema.ts';
import type { Column } from './column.ts';

/** Which release it is: its name, addresses, digest, headline and companies. */
export const identityColumns: readonly Column[] = [
  {
    name: 'id',
    type: 'text',
    meaning: 'The release’s own name in this archive: the path of its file below the releases folder without .md.',
    value: ({ id }) => id,
  },
  {
    name: 'address',
    type: 'address',
    meaning: 'Its page.',
    value: ({ id }, { urls }) => urls.absolute(urls.release(id)),
  },
  {
    name: 'file',
    type: 'address',
    meaning: 'The very file from which the page was made: Markdown with front matter.',
    value: ({ id }, { urls }) => urls.absolute(urls.source(id)),
  },
  {
    name: 'sha256',
    type: 'text',
    meaning: 'SHA-256 of that file in 64 hexadecimal digits.',
    value: ({ id }, { digestOf }) => digestOf(`${id}.md`),
  },
  {
    name: 'feedId',
    type: 'text',
    meaning: 'The id of its entry in feeds, which stays the same when its file is renamed.',
    value: (release, { archive }) => entryId(lodgingCode(release), feedIdentity(archive.history, release)),
  },
  { name: 'title', type: 'text', meaning: 'The headline exactly as lodged.', value: ({ title }) => title },
  {
    name: 'code',
    type: 'text',
    meaning: 'ASX code of the lodging company. Text: some codes look like numbers.',
    value: lodgingCode,
  },
  {
    name: 'codes',
    type: 'list of texts',
    meaning: 'The codes of all companies of the release, the lodging one first.',
    value: ({ code }) => code,
  },
  {
    name: 'company',
    type: 'text',
    meaning: 'Name of the lodging company on that day; its code where the archive knows no name.',
    value: (release, { archive }) => nameAt(archive.companyOf(release), release.date.day),
  },
];
