import type { getDocumentProxy } from 'unpdf';
import type { About } from '../model/extract.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** What a PDF says of itself: its title, and when it was made. */
export async function readAbout(pdf: Pdf): Promise<About> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
  const { Title: title, CreationDate: made } = info as { Title?: unknown; CreationDate?: unknown };
  const created = typeof made === 'string' ? pdfDate(made) : undefined;
  return {
    ...(typeof title === 'string' && title.trim() !== '' ? { title: title.trim() } : {}),
    ...(created === undefined ? {} : { created }),
  };
}

/** A moment in a PDF's own form, `D:20190823104742+10'00'`; without a zone it is taken as UTC. */
function pdfDate(text: string): number | undefined {
  const parts = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?)?/.exec(text);
  if (!parts) return undefined;
  const number = (group: number, absent: number) => Number(parts[group] ?? absent);
  const moment = Date.UTC(number(1, 0), number(2, 1) - 1, number(3, 1), number(4, 0), number(5, 0), number(6, 0));
  const zone = (Number(parts[8] ?? 0) * 60 + Number(parts[9] ?? 0)) * (parts[7] === '-' ? -1 : 1);
  return moment - zone * 60_000;
}

/** A note where the file's maker did not mean it to be copied from. */
export async function permissionNotes(pdf: Pdf): Promise<string[]> {
  const permissions = await pdf.getPermissions();
  const COPY = 16; // bit 5 of the permissions in ISO 32000-1, table 22
  return permissions && !permissions.includes(COPY)
    ? ['The PDF is marked as not to be copied from; import it only if it is your own company’s.']
    : [];
}
