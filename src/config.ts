/**
 * The program's settings. What belongs to one archive (its companies, title, address) is in its `archive.yml`.
 * Sizes of pages and feeds are part of addresses that others hold: change them before the first publication only.
 */
export const config = {
  /** Releases on one page of a list, and in one archive document of the feeds. */
  pageSize: 100,
  /** Releases in a subscription feed. */
  feedSize: 50,
  /** Releases on the home page. */
  homeSize: 10,
  /** Warnings of `npm run check` and the build about what a release could say better; `undefined` and `false` switch one off. */
  advice: {
    /**
     * Releases of this Sydney day and later name who authorised them (Listing Rule 15.5, in force since 1 December 2019).
     * One that was lodged without cannot be helped any more: write the day on which the archive is begun, or the earliest
     * day for which it is to be complete.
     */
    checkAuthoriserFrom: '2026-07-01',
    /** Price-sensitive releases (Listing Rule 3.1) of this Sydney day and later name a contact for readers. */
    checkContactFrom: '2026-07-01',
    /** Times are from 7:30 to 19:30 in Sydney, 20:30 in daylight saving, when the exchange publishes, and on no weekend. */
    checkOfficeHours: true,
    /** The security contact of `archive.yml` is good for so many days more. */
    checkSecurityContactDays: 30,
    /** Rules of `docs/release-format.md` whose warnings are not given, for example `['lines-joined', 'file-unused']`. */
    switchedOff: [],
  },
} as const satisfies Config;

interface Config {
  readonly pageSize: number;
  readonly feedSize: number;
  readonly homeSize: number;
  readonly advice: {
    readonly checkAuthoriserFrom: string | undefined;
    readonly checkContactFrom: string | undefined;
    readonly checkOfficeHours: boolean;
    readonly checkSecurityContactDays: number | undefined;
    readonly switchedOff: readonly string[];
  };
}
