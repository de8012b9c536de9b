import { describeField } from '../../data/json-schema.ts';

/** What a field is called on the desk, by its path without numbers: `contacts.email`. */
export function labelOf(path: string): string {
  return LABELS[path] ?? words(path.split('.').at(-1) ?? path);
}

/** What a field means, in a sentence; of a field whose control says it, nothing. */
export function hintOf(path: string): string | undefined {
  return path in HINTS ? HINTS[path] : describeField(path);
}

/** How the values of a choice are called. */
export function optionLabel(value: string): string {
  return OPTIONS[value] ?? words(value);
}

/** What adds one more entry to a list; `words` is what the entry is called. */
export function addWords(path: string, words: string): string {
  return ADDS[path] ?? `Add: ${words}`;
}

const ADDS: Readonly<Record<string, string>> = {
  code: 'Add another company',
  types: 'Add another type',
  contacts: 'Add a contact',
  attachments: 'Add the address of a document kept elsewhere',
  corrects: 'Add a correction',
  'corrects.changes': 'Add a change',
  related: 'Add another release',
  aliases: 'Add another address',
};

const LABELS: Readonly<Record<string, string>> = {
  title: 'Headline',
  code: 'ASX code',
  types: 'Type of announcement',
  typedBy: 'Type chosen by',
  priceSensitive: 'Price sensitive',
  authorisedBy: 'Authorised by',
  'contacts.title': 'Office',
  'contacts.email': 'E-mail',
  'source.url': 'Web page',
  'source.exchangeUrl': 'ASX’s address of the document',
  'source.exchangeId': 'ASX’s document number',
  'source.retrieved': 'Taken on',
  attachments: 'Documents',
  'attachments.file': 'File',
  'attachments.url': 'Address of a document kept elsewhere',
  'attachments.title': 'Name of the document',
  'attachments.sha256': 'SHA-256 digest',
  corrects: 'Corrects an earlier release',
  'corrects.release': 'The earlier release',
  'corrects.kind': 'Kind',
  'corrects.changes.was': 'What was written',
  'corrects.changes.now': 'What is right',
  related: 'Related releases',
  aliases: 'Old addresses',
  textFrom: 'Where the text is from',
};

const HINTS: Readonly<Record<string, string | undefined>> = {
  code: 'The company that lodged it comes first.',
  types: 'Type a few letters of its name, or a form number such as 3Y.',
  priceSensitive: 'As ASX marked it.',
  typedBy: 'ASX, or whoever keeps this archive.',
  contacts: 'Whom readers may ask.',
  related: 'On the same matter. Type a few letters of the headline, and choose it from the list that opens.',
  'corrects.release': 'Type a few letters of its headline, and choose it from the list that opens.',
  language: 'Leave it empty for English; otherwise its short code, such as de or zh-Hant.',
  textFrom: 'Choose “Scan” where a machine has read the text from a scanned document.',
  attachments: undefined,
  'attachments.file': undefined,
  'attachments.title': undefined,
  'attachments.pages': undefined,
};

const OPTIONS: Readonly<Record<string, string>> = {
  true: 'Yes',
  false: 'No',
  exchange: 'ASX',
  archive: 'This archive',
};

/** `exchangeUrl` as `Exchange url`. */
function words(name: string): string {
  const spaced = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
