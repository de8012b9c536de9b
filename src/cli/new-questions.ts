import type { CANCEL_SYMBOL } from '@clack/prompts';
import { plainCodes, plainDate } from '../drafts/plain-values.ts';
import type { Release } from '../release/schema.ts';
import type { Terminal } from './command.ts';
import { complaint, type AskedField, type NewFields } from './new-fields.ts';
import type { NewDocument } from './new-document.ts';
import { askForTypes, askPriceSensitive } from './shared-questions.ts';

/** What the questions offer as answers. */
export interface Defaults {
  /** The newest release, if there is one: its code and contacts are offered. */
  readonly last: Release | undefined;
  /** The Sydney day of today. */
  readonly today: string;
  /** The code of the archive's only company. */
  readonly only?: string | undefined;
}

/** Ends the questions: Ctrl-C or Escape. */
export class Cancelled extends Error {}

/**
 * Asks at the terminal for what is not given yet, with sensible answers to take by pressing Enter.
 * Throws `Cancelled` when the person breaks off.
 */
export async function askForFields(
  given: NewFields,
  { last, today, only }: Defaults,
  streams: Terminal,
): Promise<NewFields> {
  const { confirm, isCancel, text } = await import('@clack/prompts');
  async function answer<T>(question: Promise<T | typeof CANCEL_SYMBOL>): Promise<T> {
    const value = await question;
    if (isCancel(value)) throw new Cancelled();
    return value; // nothing else is a sign of breaking off
  }
  const askText = async (name: AskedField, message: string, initialValue?: string): Promise<string> => {
    const validate = (value: string | undefined) => complaint(name, plain(name, value));
    return (
      await answer(text({ ...streams, message, validate, ...(initialValue !== undefined && { initialValue }) }))
    ).trim();
  };
  const askOptional = async (message: string, check: (value: string) => string | undefined = () => undefined) => {
    const validate = (value: string | undefined) => (value?.trim() ? check(value.trim()) : undefined);
    return (await answer(text({ ...streams, message: `${message} (Enter for none)`, validate }))).trim() || undefined;
  };

  const plain = (name: AskedField, value = ''): string | string[] =>
    name === 'code' ? plainCodes(value) : name === 'date' ? plainDate(value, today) : value;

  const title = given.title ?? (await askText('title', 'Headline, exactly as lodged'));
  const code = given.code ?? plainCodes(await askText('code', 'ASX code', last?.code.join(', ') ?? only));
  const date =
    given.date ??
    plainDate(await askText('date', 'Day in Sydney; with the time where it is known: 30 July 2020 9:15', today), today);
  const types = given.types ?? (await answer(askForTypes(streams)));
  const priceSensitive = given.priceSensitive ?? (await answer(askPriceSensitive(streams)));
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

/** Asks for the announcement as lodged; `undefined` where the person has none. Throws `Cancelled` as the others do. */
export async function askForDocument(
  read: (written: string) => NewDocument | string,
  streams: Terminal,
): Promise<NewDocument | undefined> {
  const { isCancel, text } = await import('@clack/prompts');
  const written = await text({
    ...streams,
    message: 'The document as lodged: its path, or drop the file here (Enter for none)',
    validate: (value) => {
      const found = value?.trim() ? read(value) : undefined;
      return typeof found === 'string' ? found : undefined;
    },
  });
  if (isCancel(written)) throw new Cancelled();
  const found = written.trim() ? read(written) : undefined;
  return typeof found === 'string' ? undefined : found;
}
