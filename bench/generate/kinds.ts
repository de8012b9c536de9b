import { drawHole, drawMoney, tenths } from './amounts.ts';
import type { Season } from './calendar.ts';
import type { Chance } from './chance.ts';
import { drawName } from './words.ts';

/** A kind of announcement: how often it comes, how long it is, and what it may hold. */
export interface Kind {
  /** Out of about a hundred releases. */
  readonly weight: number;
  readonly types: readonly string[];
  readonly season: Season;
  /** Half of its texts have fewer words. */
  readonly words: number;
  /** The most tables that it has. */
  readonly tables: number;
  /** How many of a hundred are price sensitive. */
  readonly sensitive: number;
  /** How many of a hundred have documents attached. */
  readonly attached: number;
  /** `day` is `YYYY-MM-DD`. */
  readonly headline: (chance: Chance, day: string) => string;
}

type Fields = Pick<Kind, 'weight' | 'words' | 'tables' | 'sensitive' | 'attached' | 'headline'> & {
  readonly season?: Season;
};

/** The kinds, weighed as the announcements of an explorer and producer are. */
export const kinds: readonly Kind[] = [
  kind(['progress-report'], {
    weight: 21,
    words: 600,
    tables: 2,
    sensitive: 60,
    attached: 6,
    headline: (chance) =>
      chance.from([
        () => `${chance.between(8, 90)} m at ${tenths(chance, 9)}% copper at ${drawName(chance)}`,
        () => `Drilling starts at ${drawName(chance)} ${place(chance)}`,
        () => `${drawName(chance)} ${place(chance)} extended to ${chance.between(200, 1900)} m`,
        () => `High-grade assays from ${drawHole(chance)} at ${drawName(chance)}`,
        () => `Resource at ${drawName(chance)} grows by ${chance.between(4, 70)}%`,
        () => `${drawName(chance)} & ${drawName(chance)}: metallurgical results`,
      ])(),
  }),
  kind(['appendix-3b'], {
    weight: 14,
    words: 420,
    tables: 2,
    sensitive: 0,
    attached: 1,
    headline: (chance) =>
      chance.from([
        'Appendix 3B',
        'Application for quotation of securities',
        'Proposed issue of securities',
        'Notification of cessation of securities',
      ]),
  }),
  kind(['change-of-directors-interest-notice'], {
    weight: 12,
    words: 380,
    tables: 2,
    sensitive: 0,
    attached: 0,
    headline: (chance) =>
      `Change of Director's Interest Notice${chance.happens(0.5) ? ` – ${initial(chance)} ${drawName(chance)}` : ''}`,
  }),
  kind(['quarterly-activities-report', 'quarterly-cash-flow-report'], {
    weight: 9,
    words: 1400,
    tables: 5,
    sensitive: 55,
    attached: 3,
    season: 'quarter',
    headline: (_chance, day) => `Quarterly Activities and Cash Flow Report – ${quarterBefore(day)}`,
  }),
  kind(['change-in-substantial-holding'], {
    weight: 8,
    words: 420,
    tables: 2,
    sensitive: 0,
    attached: 0,
    headline: (chance) =>
      chance.from([
        () => 'Change in substantial holding',
        () => `Change in substantial holding from ${drawName(chance)} Nominees`,
      ])(),
  }),
  kind(['company-presentation'], {
    weight: 5,
    words: 750,
    tables: 2,
    sensitive: 12,
    attached: 30,
    headline: (chance, day) =>
      chance.from([
        `Investor Presentation ${day.slice(0, 4)}`,
        'Company presentation',
        `${drawName(chance)} Mining Conference presentation`,
      ]),
  }),
  kind(['daily-share-buy-back-notice'], {
    weight: 4,
    words: 230,
    tables: 1,
    sensitive: 0,
    attached: 0,
    headline: () => 'Daily share buy-back notice – Appendix 3E',
  }),
  kind(['placement'], {
    weight: 4,
    words: 850,
    tables: 1,
    sensitive: 90,
    attached: 4,
    headline: (chance) => `${drawMoney(chance)} placement to advance ${drawName(chance)} ${place(chance)}`,
  }),
  kind(['director-appointment-resignation'], {
    weight: 4,
    words: 430,
    tables: 0,
    sensitive: 8,
    attached: 0,
    headline: (chance) =>
      chance.from([
        () => `Appointment of ${initial(chance)} ${drawName(chance)} as director`,
        () => 'Board changes',
        () => `Retirement of ${drawName(chance)} ${drawName(chance)}`,
      ])(),
  }),
  kind(['cleansing-notice'], {
    weight: 3,
    words: 240,
    tables: 0,
    sensitive: 0,
    attached: 0,
    headline: () => 'Cleansing notice',
  }),
  kind(['trading-halt'], {
    weight: 3,
    words: 210,
    tables: 0,
    sensitive: 100,
    attached: 0,
    headline: () => 'Trading halt',
  }),
  kind(['notice-of-annual-general-meeting', 'proxy-form'], {
    weight: 2,
    words: 2600,
    tables: 2,
    sensitive: 0,
    attached: 12,
    season: 'meetings',
    headline: (chance) =>
      chance.from(['Notice of Annual General Meeting/Proxy Form', 'Notice of meeting and proxy form']),
  }),
  kind(['results-of-meeting'], {
    weight: 3,
    words: 330,
    tables: 2,
    sensitive: 0,
    attached: 0,
    season: 'meetings',
    headline: () => 'Results of meeting',
  }),
  kind(['half-yearly-report'], {
    weight: 1.5,
    words: 2900,
    tables: 9,
    sensitive: 25,
    attached: 8,
    season: 'results',
    headline: (chance, day) =>
      chance.from([
        `Half Year Report ${day.slice(0, 4)}`,
        'Interim financial report',
        `Appendix 4D – half year ${day.slice(0, 4)}`,
      ]),
  }),
  kind(['annual-report'], {
    weight: 1.2,
    words: 4800,
    tables: 14,
    sensitive: 20,
    attached: 20,
    season: 'results',
    headline: (chance, day) =>
      chance.from([`Annual Report ${day.slice(0, 4)}`, `Annual Report to shareholders ${day.slice(0, 4)}`]),
  }),
  kind(['asset-acquisition'], {
    weight: 2,
    words: 950,
    tables: 1,
    sensitive: 80,
    attached: 3,
    headline: (chance) => `Acquisition of ${drawName(chance)} ${place(chance)} for ${drawMoney(chance)}`,
  }),
  kind(['response-to-asx-query'], {
    weight: 1.3,
    words: 1000,
    tables: 0,
    sensitive: 10,
    attached: 2,
    headline: (chance) => chance.from(['Response to ASX price query', 'Response to ASX query']),
  }),
  kind(['dividend-rate', 'dividend-record-date'], {
    weight: 1,
    words: 340,
    tables: 1,
    sensitive: 60,
    attached: 0,
    season: 'results',
    headline: (chance, day) => `Dividend of ${tenths(chance, 30)} cents a share for ${day.slice(0, 4)}`,
  }),
  kind(['details-of-company-address'], {
    weight: 1,
    words: 130,
    tables: 0,
    sensitive: 0,
    attached: 0,
    headline: () => 'Change of registered office',
  }),
];

function kind(types: readonly string[], fields: Fields): Kind {
  return { types, season: 'always', ...fields };
}

function place(chance: Chance): string {
  return chance.from(['Project', 'Deposit', 'Bore', 'Hill', 'Lake', 'Well', 'Range']);
}

function initial(chance: Chance): string {
  return chance.from(['A', 'B', 'C', 'D', 'E', 'G', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'R', 'S', 'T']);
}

/** The month and year in which the quarter before a day ended. */
function quarterBefore(day: string): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  if (month < 4) return `December ${year - 1}`;
  return `${month < 7 ? 'March' : month < 10 ? 'June' : 'September'} ${year}`;
}
