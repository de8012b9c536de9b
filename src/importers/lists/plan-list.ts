import { ending } from '../../release/file-name.ts';
import { decodeText } from '../../text/decode-text.ts';
import { planArchive, planRows, type ArchivePlan } from '../csv/archive-plan.ts';
import { ImportRefusal } from '../model/refusal.ts';
import { readSpreadsheet } from './spreadsheet.ts';
import { planPosts } from './plan-posts.ts';
import { readFeed } from './read-feed.ts';
import { readJsonFeed } from './read-json-feed.ts';

/**
 * Reads what a list asks for: a CSV or a spreadsheet with one release a row, a WordPress export, or a feed with the full
 * texts (RSS, Atom, JSON Feed). Nothing is fetched.
 */
export async function planList(
  fileName: string,
  bytes: Uint8Array,
  code: readonly string[] | undefined,
  today: string,
): Promise<ArchivePlan> {
  const kind = ending(fileName);
  if (kind === 'xlsx') {
    const { rows, notes } = await readSpreadsheet(bytes);
    const plan = planRows(rows, code, today);
    return { ...plan, columns: [...plan.columns, ...notes.map((note) => `Note: ${note}`)] };
  }
  const { text, note } = decodeText(bytes);
  const noted = (plan: ArchivePlan): ArchivePlan =>
    note === undefined ? plan : { ...plan, columns: [...plan.columns, `Note: ${note}`] };
  if (kind === 'csv' || kind === 'tsv') return noted(planArchive(text, code, today));
  const posts = kind === 'json' ? readJsonFeed(text) : await readFeed(text);
  if (!posts)
    throw new ImportRefusal(
      'It is no feed and no WordPress export. A list of releases: save it as CSV or .xlsx and import that.',
    );
  return noted(planPosts(posts, code, today));
}
