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
} as const satisfies Config;

interface Config {
  readonly pageSize: number;
  readonly feedSize: number;
  readonly homeSize: number;
}
