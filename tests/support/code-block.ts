import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The only fenced block of a language in a document of this project, without the indentation of its list item. */
export async function codeBlock(document: string, language: string): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '../..', document), 'utf8');
  const blocks = [...text.matchAll(new RegExp(`^( *)\`\`\`${language}\\n([\\s\\S]*?)^\\1\`\`\`$`, 'gm'))];
  const [block, ...others] = blocks;
  if (!block || others.length > 0) throw new Error(`${document} has ${blocks.length} blocks of ${language}, not one.`);
  return (block[2] ?? '').replaceAll(new RegExp(`^${block[1] ?? ''}`, 'gm'), '');
}
