import type { CANCEL_SYMBOL } from '@clack/prompts';
import { typeWords } from '../release/type-words.ts';
import { typeGroups } from '../release/types.ts';
import type { Terminal } from './command.ts';

/** Asks for announcement types, found by their names, the numbers of forms and common words; the symbol when broken off. */
export async function askForTypes(
  streams: Terminal,
  initialValues: readonly string[] = [],
): Promise<string[] | typeof CANCEL_SYMBOL> {
  const { autocompleteMultiselect } = await import('@clack/prompts');
  return autocompleteMultiselect<string>({
    ...streams,
    message: 'Types: type a few letters, Tab marks one, Enter goes on',
    options: typeOptions,
    initialValues: [...initialValues],
    maxItems: 8,
    filter: (search, option) =>
      matches(search, `${option.label ?? ''} ${option.value} ${typeWords[option.value] ?? ''}`),
  });
}

/** Asks for the exchange's mark: `true`, `false`, an empty text where it is not recorded; the symbol when broken off. */
export async function askPriceSensitive(streams: Terminal, known?: boolean): Promise<string | typeof CANCEL_SYMBOL> {
  const { select } = await import('@clack/prompts');
  return select<string>({
    ...streams,
    message: 'Did the exchange mark it as price sensitive?',
    initialValue: known === undefined ? '' : String(known),
    options: [
      { value: '', label: 'Not recorded' },
      { value: 'true', label: 'Yes' },
      { value: 'false', label: 'No' },
    ],
  });
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
