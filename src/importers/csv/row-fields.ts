import { quote } from '../../text/quote.ts';
import { isWebAddress } from '../../release/field-kinds.ts';
import type { Writable } from '../../release/format.ts';
import { exchangeIdFinding } from '../../release/value-findings.ts';
import type { ColumnName } from './columns.ts';
import type { Note } from './read-row.ts';

/** The fields that only some lists have. A value that is no such thing is left out, and said. */
export function readFields(
  cell: (name: ColumnName) => string,
  file: string | undefined,
  note: Note,
): Partial<Writable> {
  const left = (rule: string, message: string, hint: string) => {
    note({ rule, message: `${message}; it was left out.`, hint }, false);
    return undefined;
  };
  const sensitive = cell('priceSensitive');
  const priceSensitive = /^(?:y(?:es)?|true|1|x|✓|✔|ps|\$|price sensitive|market sensitive)$/i.test(sensitive)
    ? true
    : /^(?:no?|false|0|-|–|not price sensitive)$/i.test(sensitive)
      ? false
      : sensitive === ''
        ? undefined
        : left(
            'csv-price-sensitive',
            `${quote(sensitive)} does not say whether it is price sensitive`,
            'Write yes or no.',
          );
  const count = cell('pages')
    .replace(/\s*(?:pages?|pp?\.?)$/i, '')
    .replace(/\.0+$/, '');
  const pages = /^[1-9]\d{0,5}$/.test(count)
    ? Number(count)
    : count === ''
      ? undefined
      : left('csv-pages', `${quote(cell('pages'))} is not a number of pages`, 'Write digits only.');
  const id = cell('exchangeId');
  const exchangeId =
    id === '' || exchangeIdFinding(id) === undefined
      ? id
      : left(
          'csv-exchange-id',
          `${quote(id)} is not an id of the exchange`,
          /^\d{5,7}$/.test(id)
            ? 'A spreadsheet has perhaps dropped its leading zeros: give the column the format of text, and write all eight digits.'
            : 'Write its eight digits, or leave it out.',
        );
  const url = cell('url');
  const address =
    url === '' || isWebAddress(url)
      ? url
      : left('csv-url', `${quote(url)} is not a web address`, 'Write it in full, with https:// before it.');
  const isExchanges = address ? /(?:^|\.)asx\.com\.au$/i.test(new URL(address).hostname) : false;
  const source = {
    ...(address ? (isExchanges ? { exchangeUrl: address } : { url: address }) : {}),
    ...(exchangeId ? { exchangeId } : {}),
  };
  const elsewhere = address && file === undefined && /\.pdf(?:$|\?)/i.test(address);
  return {
    ...(priceSensitive === undefined ? {} : { priceSensitive }),
    ...(cell('summary') === '' ? {} : { summary: cell('summary').replace(/\s+/g, ' ') }),
    ...(cell('authorisedBy') === '' ? {} : { authorisedBy: cell('authorisedBy').replace(/\s+/g, ' ') }),
    ...(Object.keys(source).length > 0 ? { source } : {}),
    ...(elsewhere
      ? { attachments: [{ url: address, title: 'Announcement as lodged', ...(pages === undefined ? {} : { pages }) }] }
      : {}),
  };
}
