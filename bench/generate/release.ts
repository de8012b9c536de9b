import { formatRelease, type Writable } from '../../src/release/format.ts';
import type { Correction } from '../../src/release/schema.ts';
import { readSydneyDate } from '../../src/release/sydney-time.ts';
import { drawMoney } from './amounts.ts';
import { drawDocument, type Document } from './attachments.ts';
import type { Chance } from './chance.ts';
import { codeOn, companies, type Company } from './companies.ts';
import type { Kind } from './kinds.ts';
import { drawText } from './text.ts';
import { drawName } from './words.ts';

/** What is decided of a release before any text is written. */
export interface Planned {
  readonly company: Company;
  readonly kind: Kind;
  /** `YYYY-MM-DD` in Sydney. */
  readonly day: string;
  /** `HH:mm` in Sydney; absent where it is not recorded. */
  readonly time: string | undefined;
}

/** An earlier release that a later one may speak of. */
export interface Earlier {
  readonly id: string;
  readonly title: string;
}

/** A release under its id, as the text of its file, with the documents beside it. */
interface Drawn extends Earlier {
  readonly text: string;
  readonly documents: readonly Document[];
}

/** Listing Rule 15.5 asks since this day who authorised a release. */
const AUTHORISED_SINCE = '2019-12-01';
/** Before it nobody recorded what was price sensitive. */
const SENSITIVITY_SINCE = '2003-01-01';

/**
 * Writes a planned release. `earlier` holds some former releases of the same company, none where it has none;
 * `nameFor` gives the id that is free for a headline.
 */
export function drawRelease(
  chance: Chance,
  { company, kind, day, time }: Planned,
  earlier: readonly Earlier[],
  nameFor: (headline: string) => string,
): Drawn {
  const corrected = earlier.length > 0 && chance.happens(0.012) ? chance.from(earlier) : undefined;
  const headline = kind.headline(chance, day);
  const title = corrected ? `Correction: ${corrected.title.replace(/^Correction: /, '')}` : headline;
  const id = nameFor(title);
  const words = Math.max(40, Math.min(40_000, Math.round(chance.around(corrected ? 250 : kind.words, 0.5))));
  const text = drawText(chance, { words, tables: corrected ? 0 : chance.between(0, kind.tables) });
  const documents =
    chance.number(100) < kind.attached ? [drawDocument(chance, id.slice(id.lastIndexOf('/') + 1), title)] : [];
  const code = codeOn(company, day);
  const sensitive = !corrected && chance.number(100) < kind.sensitive;
  const release: Writable = {
    title,
    code: chance.happens(0.02) ? [code, ...otherCode(chance, company)] : [code],
    date: dateOf(day, time),
    types: chance.happens(0.08) ? undefined : [...kind.types],
    priceSensitive: day >= SENSITIVITY_SINCE && chance.happens(0.95) ? sensitive : undefined,
    summary: chance.happens(0.1) ? `${company.name} reports: ${title}.` : undefined,
    authorisedBy: day >= AUTHORISED_SINCE && chance.happens(0.9) ? `the Board of ${company.name}` : undefined,
    contacts: chance.happens(0.15)
      ? [{ name: `${drawName(chance)} ${drawName(chance)}`, title: 'Investor Relations', phone: '+61 8 5550 0100' }]
      : undefined,
    source: chance.happens(0.3)
      ? { exchangeId: String(chance.between(1_000_000, 2_999_999)).padStart(8, '0') }
      : undefined,
    attachments: documents.length > 0 ? documents.map(({ name }) => ({ file: name })) : undefined,
    corrects: corrected ? [correctionOf(chance, corrected)] : undefined,
    related: !corrected && earlier.length > 0 && chance.happens(0.03) ? [chance.from(earlier).id] : undefined,
    body: words > 600 ? `${text}\n\n## About ${company.name}\n\n${company.about}` : text,
  };
  return { id, title, text: formatRelease(release), documents };
}

function correctionOf(chance: Chance, { id }: Earlier): Correction {
  const kind = chance.from(['correction', 'correction', 'clarification', 'replacement', 'retraction'] as const);
  const changes =
    kind === 'correction' ? [{ where: 'Table 1', was: drawMoney(chance), now: drawMoney(chance) }] : undefined;
  return { release: id, kind, changes };
}

function otherCode(chance: Chance, company: Company): string[] {
  const other = chance.from(companies);
  // Under its present code every company but the first was listed all the time.
  return other.code === company.code || other.code === 'XMX' ? [] : [other.code];
}

function dateOf(day: string, time: string | undefined): Writable['date'] {
  const read = readSydneyDate(time === undefined ? day : `${day} ${time}`);
  if ('finding' in read) throw new Error(read.finding.message);
  return read.date;
}
