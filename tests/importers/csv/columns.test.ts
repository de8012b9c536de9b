import { expect, test } from 'vitest';
import { columnsOf, type ColumnName } from '../../../src/importers/csv/columns.ts';

// The names under which portals and companies export their lists, of each column.
const NAMES: Readonly<Record<ColumnName, string>> = {
  title:
    'headline, header, title, heading, announcement, announcement title, announcement headline, subject, description, document title, document name, announcement name, subject line, release',
  date: 'date, day, released, release date, released date, date released, announced, announcement date, lodged, lodgement date, date lodged, date and time, datetime, date time, document release date, document date, published, published date, publish date, published on, date published, received, received date, date announced, date of announcement, released at, announced on, lodged at, release date time, timestamp',
  time: 'time, time released, release time, time of announcement, time of release, announcement time, lodged time, lodgement time, time lodged, time sydney',
  code: 'code, asx code, asx, ticker, symbol, issuer, issuer code, stock, stock code, company code, security code, code asx',
  type: 'type, types, announcement type, doc type, document type, category, categories, report type, asx category, header type',
  file: 'file, files, filename, file name, pdf, pdf file, path, document, attachment, file path, local file, document file',
  priceSensitive:
    'price sens, price sensitive, price sensitivity, is price sensitive, market sens, market sensitive, market sensitivity, is market sensitive, sensitive, ps, ps flag, price sensitive flag, price sensitive y n, mkt sensitive, price',
  pages: 'page, pages, page no, page number, page count, pages count, number of pages, no of pages, num pages, pp, pgs',
  exchangeId:
    'document id, doc id, id, asx id, announcement id, document no, document number, document key, asx document id',
  url: 'url, link, webaddress, web address, address, pdf url, pdf link, document url, document link, href, source, source url, asx url, asx link',
  authorisedBy:
    'authorised, authorised by, authorized by, authorised for release by, authoriser, authorizer, approved by, released by, authorising person, authorised person',
  summary: 'summary, abstract, synopsis',
};

test.each(Object.entries(NAMES))('columnsOf() knows the column %s by each of its names', (column, names) => {
  const other = column === 'title' ? 'Date' : 'Headline';
  const found = names.split(', ').map((name) => {
    const rows = [{ line: 1, cells: [other, name] }];
    return [name, [...columnsOf(rows).columns].find(([, index]) => index === 1)?.[0]];
  });
  expect(found).toEqual(names.split(', ').map((name) => [name, column]));
});

test.each([
  ['Price Sens.', 'priceSensitive'],
  ['document_release_date', 'date'],
  ['Pages (no.)', 'pages'],
  ['SecurityCode', 'code'],
])('columnsOf() reads the name %s without its signs', (name, column) => {
  const { columns } = columnsOf([{ line: 1, cells: ['Headline', name] }]);
  expect([...columns].find(([, index]) => index === 1)?.[0]).toBe(column);
});
