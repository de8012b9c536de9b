import { readPlainFile } from '../../files/read-plain-file.ts';
import type { Finding } from '../../release/problem.ts';
import { quote } from '../../text/quote.ts';
import { logoFinding } from '../look.ts';

/** What is wrong with the logo that `archive.yml` names: it is not there, or is more than a picture. */
export function readLogo(root: string, name: string | undefined): (Finding & { readonly field: string }) | undefined {
  if (name === undefined) return undefined;
  const bytes = readPlainFile(root, name);
  const finding = bytes === undefined ? missing(name) : logoFinding(name, bytes);
  return finding && { field: 'logo', ...finding };
}

function missing(name: string): Finding {
  return {
    rule: 'logo-missing',
    message: `The logo ${quote(name)} is not beside archive.yml.`,
    hint: 'Put the file there, or take logo: out.',
  };
}
