import type { CANCEL_SYMBOL } from '@clack/prompts';
import type { Release } from '../release/schema.ts';
import { typeWords } from '../release/type-words.ts';
import { typeGroups } from '../release/types.ts';
import type { Terminal } from './command.ts';
import { fieldFinding, type NewFields } from './new-fields.ts';

/** What the questions offer as answers. */
export interface Defaults {
  /** The newest release, if there is one: its code and contacts are offered. */
  readonly last: Release | undefined;
  /** The Sydney day of today. */
  readonly today: string;
}

/** Ends the questions: Ctrl-C or Escape. */
export class Cancelled extends Error {}

/**
 * Asks at the terminal for what is not given yet, with sensible answers to take by pressing Enter.
 * Throws `Cancelled` when the person breaks off.
 */
export async function askForFields(given: NewFields, { last, today }: Defaults, streams: Terminal): Promise<NewFields> {
  const { autocompleteMultiselect, confirm, isCancel, select, text } = await import('@clack/prompts');
  async function answer<T>(question: Promise<T | typeof CANCEL_SYMBOL>): Promise<T> {
    const value = await question;
    if (isCancel(value)) throw new Cancelled();
    return value; // nothing else is a sign of breaking off
  }
  const askText = async (name: Field, message: string, initialValue?: string): Promise<string> => {
    const validate = (value: string | undefined) => complaint(name, name === 'code' ? codes(value) : value);
    return (await answer(text({ ...streams, message, initialValue, validate }))).trim();
  };
  const askOptional = async (message: string, check: (value: string) => string | undefined = () => undefined) => {
    const validate = (value: string | undefined) => (value?.trim() ? check(value.trim()) : undefined);
    return (await answer(text({ ...streams, message: `${message} (Enter for none)`, validate }))).trim() || undefined;
  };

  const title = given.title ?? (await askText('title', 'Headline, exactly as lodged'));
  const code = given.code ?? codes(await askText('code', 'ASX code', last?.code.join(', ')));
  const date =
    given.date ?? (await askText('date', 'Day in Sydney; with the time where it is known: 2020-07-30 09:15', today));
  const types =
    given.types ??
    (await answer(
      autocompleteMultiselect<string>({
        ...streams,
        message: 'Types: type a few letters, Tab marks one, Enter goes on',
        options: typeOptions,
        maxItems: 8,
        filter: (search, option) =>
          matches(search, `${option.label ?? ''} ${option.value} ${typeWords[option.value] ?? ''}`),
      }),
    ));
  const priceSensitive =
    given.priceSensitive ??
    (await answer(
      select<string>({
        ...streams,
        message: 'Did the exchange mark it as price sensitive?',
        options: [
          { value: '', label: 'Not recorded' },
          { value: 'true', label: 'Yes' },
          { value: 'false', label: 'No' },
        ],
      }),
    ));
  const authorisedBy =
    given.authorisedBy ??
    (await askOptional('Who authorised it, in the words of the announcement', (value) =>
      complaint('authorisedBy', value),
    ));
  const contacts = given.contacts ?? (priceSensitive === 'true' ? await askContacts() : undefined);
  const draft =
    given.draft ??
    String(await answer(confirm({ ...streams, message: 'Keep it as a draft until its text is written?' })));
  return {
    ...given,
    title,
    code,
    date,
    ...(types.length > 0 ? { types } : {}),
    ...(priceSensitive === '' ? {} : { priceSensitive }),
    ...(authorisedBy === undefined ? {} : { authorisedBy }),
    ...(contacts === undefined ? {} : { contacts }),
    ...(draft === 'true' ? { draft } : {}),
  };

  async function askContacts(): Promise<NewFields['contacts']> {
    const former = last?.contacts;
    if (former) {
      const names = former.map((contact) => contact.name ?? contact.email ?? contact.phone).join(', ');
      if (await answer(confirm({ ...streams, message: `The same contacts as in the last release: ${names}?` }))) {
        return former;
      }
    }
    const name = await askOptional('Name of the contact for readers');
    const phone = await askOptional('Telephone of the contact');
    const email = await askOptional('E-mail of the contact', (value) => complaint('contacts', [{ email: value }]));
    if (name === undefined && phone === undefined && email === undefined) return undefined;
    return [{ ...(name ? { name } : {}), ...(phone ? { phone } : {}), ...(email ? { email } : {}) }];
  }
}

type Field = Parameters<typeof fieldFinding>[0];

function complaint(name: Field, value: unknown): string | undefined {
  const empty = typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0;
  if (value === undefined || empty) return 'An answer is needed here.';
  const finding = fieldFinding(name, typeof value === 'string' ? value.trim() : value);
  return finding && `${finding.message} ${finding.hint}`;
}

function codes(written: string | undefined): string[] {
  return (written ?? '').split(/[\s,]+/).filter((code) => code !== '');
}

const typeOptions = typeGroups.flatMap((group) => [
  { value: group.slug, label: group.name, hint: 'group' },
  ...group.types.map((type) => ({ value: type.slug, label: type.name, hint: group.name })),
]);

/** True when every word that was typed begins or stands in the name, in any order. */
function matches(search: string, name: string): boolean {
  const plain = name.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => plain.includes(word));
}
