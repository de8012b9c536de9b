import { drawCount, drawHole, tenths } from './amounts.ts';
import type { Chance } from './chance.ts';
import { drawPhrase } from './text.ts';

/** A document that lies beside a release. */
export interface Document {
  readonly name: string;
  readonly content: string;
}

/** A small document for a release: most often a PDF of one page, else drill holes or accounts as CSV. `name` comes without its ending. */
export function drawDocument(chance: Chance, name: string, title: string): Document {
  if (chance.happens(0.2)) return { name: `${name}.csv`, content: table(chance) };
  const lines = Array.from({ length: chance.between(8, 40) }, () => drawPhrase(chance, 6, 11));
  return { name: `${name}.pdf`, content: pdf([title, ...lines]) };
}

function table(chance: Chance): string {
  const rows = Array.from({ length: chance.between(10, 60) }, () =>
    [drawHole(chance), tenths(chance, 400), tenths(chance, 400), `"${drawCount(chance)}"`].join(','),
  );
  return ['Hole,From (m),To (m),ppm', ...rows, ''].join('\n');
}

/** Lines of ASCII text as a PDF of one page (ISO 32000-1), in one of the fonts that every reader has. */
function pdf(lines: readonly string[]): string {
  const shown = lines.map((line) => `(${line.replace(/[^ -~]/g, '-').replace(/[()\\]/g, '\\$&')}) Tj T*`);
  const stream = `BT /F1 11 Tf 14 TL 56 780 Td\n${shown.join('\n')}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  return `${text}xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
}
