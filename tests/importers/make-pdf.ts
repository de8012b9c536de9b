import { deflateSync } from 'node:zlib';

/** Something that stands on a page; lengths are points, `x` and `y` from the top left. */
export type Mark =
  | {
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly size?: number;
      readonly bold?: boolean;
      readonly sideways?: boolean;
    }
  | { readonly line: readonly [number, number, number, number] }
  /** Operators of PDF as they are, which count from the bottom left. */
  | { readonly raw: string };

export interface PdfPlan {
  readonly pages: readonly (readonly Mark[])[];
  /** When the file says that it was made, in a PDF's form: `D:20210302093000+11'00'`. */
  readonly made?: string;
  readonly title?: string;
  /** Annotations of the first page, as PDF writes them. */
  readonly annotations?: readonly string[];
  /** Further entries of each page, such as a `/CropBox`. */
  readonly entries?: string;
  /** The operators of a form `/X1` that each page may draw; and a picture `/I1` of one grey dot. */
  readonly form?: string;
  /** True for a file with a layer `/Off` that is switched off. */
  readonly layer?: boolean;
}

const WIDTH = 595;
const HEIGHT = 842;

/** Lines of text below one another. */
export function lines(
  texts: readonly string[],
  at: { x: number; y: number; size?: number; bold?: boolean; leading?: number },
): Mark[] {
  const { x, y, size = 10, bold = false, leading = size * 1.2 } = at;
  return texts.map((text, index) => ({ text, x, y: y + index * leading, size, bold }));
}

/** The lines of a table whose columns and rows have these edges. */
export function grid(xs: readonly number[], ys: readonly number[]): Mark[] {
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  return [
    ...ys.map((y): Mark => ({ line: [left, y, right, y] })),
    ...xs.map((x): Mark => ({ line: [x, top, x, bottom] })),
  ];
}

/** Writes a PDF 1.4 with Helvetica in Windows' encoding, as small as a test needs it. */
export function makePdf({
  pages,
  made,
  title,
  annotations = [],
  entries = '',
  form = '',
  layer = false,
}: PdfPlan): Uint8Array {
  const count = pages.length;
  const off = 8 + count * 2;
  const info = [
    made === undefined ? '' : `/CreationDate (${made})`,
    title === undefined ? '' : `/Title (${title})`,
  ].join(' ');
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${layer ? `/OCProperties << /OCGs [${off} 0 R] /D << /OFF [${off} 0 R] >> >>` : ''} >>`,
    `<< /Type /Pages /Count ${count} /Kids [${pages.map((_, index) => `${8 + index * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>',
    `<< /Type /XObject /Subtype /Form /BBox [0 0 600 850] /Resources << /Font << /F1 3 0 R >> >> /Length ${form.length} >>\nstream\n${form}\nendstream`,
    `<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n\u0080\nendstream`,
    ...pages.flatMap((marks, index) => {
      const content = marks.map(draw).join('\n');
      const annots = index === 0 && annotations.length > 0 ? `/Annots [${annotations.join(' ')}]` : '';
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents ${9 + index * 2} 0 R ${annots} ${entries} /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> /XObject << /X1 6 0 R /I1 7 0 R >> ${layer ? `/Properties << /Off ${off} 0 R >>` : ''} >> >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
    ...(layer ? ['<< /Type /OCG /Name (Draft) >>'] : []),
    `<< ${info} >>`,
  ];
  return writePdf(objects, `/Info ${objects.length} 0 R`);
}

/**
 * A PDF of some kilobytes whose one page shows a form twice, which shows another twice, and so on:
 * its words stand there 2 to the power of `depth` times.
 */
export function makeFormBomb(depth: number): Uint8Array {
  const resources = (next: number) => `<< /Font << /F1 3 0 R >> /XObject << /X ${next} 0 R >> >>`;
  const forms = Array.from({ length: depth }, (_, index) => {
    const content = index === depth - 1 ? 'BT /F1 9 Tf 50 50 Td (metal) Tj ET' : '/X Do /X Do';
    return `<< /Type /XObject /Subtype /Form /BBox [0 0 ${WIDTH} ${HEIGHT}] /Resources ${resources(index + 7)} /Length ${content.length} >>\nstream\n${content}\nendstream`;
  });
  return writePdf([...onePage(resources(6), '/X Do'), ...forms]);
}

/** A PDF whose one page holds this many megabytes of spaces, pressed to a thousandth of that. */
export function makeFlateBomb(megabytes: number): Uint8Array {
  const spaces = deflateSync(Buffer.alloc(megabytes * 1_000_000, ' '), { level: 1 }).toString('latin1');
  const [catalogue = '', pages = '', font = '', page = ''] = onePage('<< >>', '');
  const content = `<< /Filter /FlateDecode /Length ${spaces.length} >>\nstream\n${spaces}\nendstream`;
  return writePdf([catalogue, pages, font, page, content]);
}

/** The first five objects of a file with one page: catalogue, pages, a font, the page and its content. */
function onePage(resources: string, content: string): string[] {
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [4 0 R] >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents 5 0 R /Resources ${resources} >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ];
}

/** A file of objects, the first of which is its catalogue; `trailer` is what its trailer has beside. */
function writePdf(objects: readonly string[], trailer = ''): Uint8Array {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (sign) => sign.charCodeAt(0));
}

function draw(mark: Mark): string {
  if ('raw' in mark) return mark.raw;
  if ('line' in mark) {
    const [x0, y0, x1, y1] = mark.line;
    return `${x0} ${HEIGHT - y0} m ${x1} ${HEIGHT - y1} l S`;
  }
  const { text, x, y, size = 10, bold = false, sideways = false } = mark;
  const turn = sideways ? '0 1 -1 0' : '1 0 0 1';
  return `BT /${bold ? 'F2' : 'F1'} ${size} Tf ${turn} ${x} ${HEIGHT - y} Tm (${encode(text)}) Tj ET`;
}

/** Signs of Windows' encoding that stand elsewhere in Unicode, and those that a PDF's text must mask. */
function encode(text: string): string {
  const windows: Readonly<Record<string, number>> = {
    '’': 0x92,
    '‘': 0x91,
    '“': 0x93,
    '”': 0x94,
    '•': 0x95,
    '–': 0x96,
    '—': 0x97,
    '…': 0x85,
  };
  return Array.from(text, (sign) => {
    const code = windows[sign] ?? sign.charCodeAt(0);
    return code > 126 || '()\\'.includes(sign) ? `\\${code.toString(8).padStart(3, '0')}` : sign;
  }).join('');
}
