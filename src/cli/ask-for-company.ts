import type { Company } from '../starter/starter-files.ts';
import { UsageError } from '../build/failure.ts';
import type { Terminal } from './command.ts';

interface Faults {
  readonly codeFault: (code: string) => string | undefined;
  readonly siteFault: (site: string) => string | undefined;
}

/** Asks at the terminal for what is not given of a company. Throws a `UsageError` where the person breaks off. */
export async function askForCompany(
  given: { readonly name: string | undefined; readonly code: string | undefined; readonly site: string | undefined },
  { codeFault, siteFault }: Faults,
  streams: Terminal,
): Promise<Company> {
  const { isCancel, text } = await import('@clack/prompts');
  const ask = async (message: string, fault: (value: string) => string | undefined): Promise<string> => {
    const answer = await text({ ...streams, message, validate: (value) => fault((value ?? '').trim()) });
    if (isCancel(answer)) throw new UsageError('Broken off; nothing was written.');
    return answer.trim();
  };
  const name =
    given.name ??
    (await ask('The company’s name, as listed', (value) => (value === '' ? 'Write the name.' : undefined)));
  const code = given.code ?? (await ask('Its ASX code', (value) => codeFault(value.toUpperCase()))).toUpperCase();
  const site =
    given.site ??
    (await ask('The address of the archive, such as https://announcements.example.com/ (Enter: later)', (value) =>
      value === '' ? undefined : siteFault(value),
    ));
  return { name, code, site: site === '' ? undefined : site };
}
