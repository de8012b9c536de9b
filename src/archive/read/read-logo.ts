import { readFileSync } from 'node:fs';
import { isFileFault, withPlainFile } from '../../files/read-plain-file.ts';
import type { Finding } from '../../release/problem.ts';
import { quote } from '../../text/quote.ts';
import { logoFinding } from '../look.ts';

/** What is wrong with the logo that `archive.yml` names: it is not there, or is more than a picture. */
export function readLogo(root: string, name: string | undefined): (Finding & { readonly field: string }) | undefined {
  if (name === undefined) return undefined;
  try {
    const bytes = withPlainFile(root, name, (descriptor) => readFileSync(descriptor));
    const finding = logoFinding(name, bytes);
    return finding && { field: 'logo', ...finding };
  } catch (error) {
    if (!isFileFault(error)) throw error;
    return {
      field: 'logo',
      rule: 'logo-missing',
      message: `The logo ${quote(name)} is not beside archive.yml.`,
      hint: 'Put the file there, or take logo: out.',
    };
  }
}
