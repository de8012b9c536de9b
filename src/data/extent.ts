import type { Archive } from '../archive/archive.ts';
import { counted } from '../text/counted.ts';
import { longDay } from '../release/day-words.ts';

/**
 * How much an archive holds, in words without a full stop: `3 announcements of Example Minerals Limited (ASX:XMX),
 * from 16 May 2016 to 29 January 2026`. Of several companies their number stands there; days are Sydney's.
 */
export function extentOf({
  releases,
  settings,
  companies,
}: Pick<Archive, 'releases' | 'settings' | 'companies'>): string {
  const named = settings.companies?.length === 1 ? settings.companies[0] : undefined;
  const of = named
    ? ` of ${named.name} (ASX:${named.code})`
    : companies.length > 1
      ? ` of ${companies.length} companies`
      : '';
  return `${counted(releases.length, 'announcement')}${of}${spanOf(releases)}`;
}

/** `, from 16 May 2016 to 29 January 2026` of releases that come newest first, `, of 16 May 2016` of a single day; empty for none. */
export function spanOf(releases: Archive['releases']): string {
  const newest = releases[0]?.date.day;
  const oldest = releases.at(-1)?.date.day;
  if (newest === undefined || oldest === undefined) return '';
  return oldest === newest ? `, of ${longDay(newest)}` : `, from ${longDay(oldest)} to ${longDay(newest)}`;
}
