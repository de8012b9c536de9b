import { writeZip } from '../../../src/importers/zip.ts';

const NAMES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A Word file of a body, and of other parts by their names (`numbering`, `footnotes`), each as the XML in its outermost element. */
export function makeDocx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const roots: Readonly<Record<string, string>> = {
    numbering: 'w:numbering',
    styles: 'w:styles',
    footnotes: 'w:footnotes',
    comments: 'w:comments',
    'charts/chart1': 'c:chartSpace',
    'diagrams/data1': 'dgm:dataModel',
    header1: 'w:hdr',
    footer1: 'w:ftr',
  };
  const files: [string, string][] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${TYPE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ],
    ['word/document.xml', `<w:document ${NAMES}><w:body>${body}</w:body></w:document>`],
    [
      'word/_rels/document.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${Object.keys(parts)
        .map((name, at) => `<Relationship Id="p${at}" Type="${TYPE}/${name.replace(/\d/, '')}" Target="${name}.xml"/>`)
        .join(
          '',
        )}<Relationship Id="link" Type="${TYPE}/hyperlink" Target="https://example.com/x" TargetMode="External"/></Relationships>`,
    ],
    ...Object.entries(parts).map(([name, xml]): [string, string] => [
      `word/${name}.xml`,
      `<${roots[name]} ${NAMES}>${xml}</${roots[name]}>`,
    ]),
  ];
  return writeZip(
    new Map(
      files.map(([name, xml]) => [
        name,
        new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xml}`),
      ]),
    ),
  );
}

/** A paragraph of some runs, with properties. */
export function p(content: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
}

/** A run of text, with properties. */
export function t(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}
