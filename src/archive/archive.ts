import { compareText } from '../text/compare-text.ts';
import { lodgingCode, type Correction, type Release } from '../release/schema.ts';
import { sydneyYear } from '../release/sydney-time.ts';
import { typeOf, type AnnouncementType } from '../release/types.ts';
import { lockHistory, type LockHistory } from './seal/lock-history.ts';
import { connectedReleases } from './lists/connected-releases.ts';
import { companyAt } from './company-names.ts';
import type { CompanySettings, Settings } from './settings-schema.ts';

/** The releases of one company, under all codes that it has had. */
interface CompanyList {
  readonly company: CompanySettings;
  readonly releases: readonly Release[];
}

/** The releases of one announcement type; of a group, those of all its types. */
interface TypeList {
  readonly type: AnnouncementType;
  readonly releases: readonly Release[];
}

/** A correction as the corrected release sees it. */
export interface CorrectedBy {
  readonly release: Release;
  readonly correction: Correction;
}

interface Neighbours {
  readonly earlier: Release | undefined;
  readonly later: Release | undefined;
}

/** All releases, ordered and grouped once. Nothing in it is changed after it is made. */
export interface Archive {
  readonly settings: Settings;
  /** Newest first; at one moment by id, backwards. Every list below keeps this order. */
  readonly releases: readonly Release[];
  readonly byId: ReadonlyMap<string, Release>;
  /** By Sydney year, newest year first. */
  readonly years: ReadonlyMap<number, readonly Release[]>;
  /** Companies that have releases, by name; ties by code. */
  readonly companies: readonly CompanyList[];
  /** Types and groups that have releases, by slug in the order of code units. */
  readonly types: readonly TypeList[];
  readonly priceSensitive: readonly Release[];
  /** Releases that correct others. */
  readonly corrections: readonly Release[];
  /** What later releases say of a release, oldest first; by the id of the corrected release. */
  readonly correctedBy: ReadonlyMap<string, readonly CorrectedBy[]>;
  /** A release with all that it corrects, that correct it or that are on its matter, over any number of steps, oldest first; by id. */
  readonly chains: ReadonlyMap<string, readonly Release[]>;
  /** The releases on one matter, whichever of them names the others, oldest first; by id. */
  readonly related: ReadonlyMap<string, readonly Release[]>;
  /** What was declared of sealed releases. */
  readonly history: LockHistory;
  /** The releases before and after a release among those that the same company lodged, by its id. */
  readonly neighbours: ReadonlyMap<string, Neighbours>;
  /** Company of a release's code at its time. */
  readonly companyOf: (release: Release, code?: string) => CompanySettings;
}

/** Orders by time, then id: oldest first. The order is total, since ids differ. */
export function compareReleases(a: Release, b: Release): number {
  return a.date.instant - b.date.instant || compareText(a.id, b.id);
}

/** Puts releases in order and groups them. Drafts are taken as they come: the caller leaves them out. */
export function createArchive(found: readonly Release[], settings: Settings, history = lockHistory()): Archive {
  const releases = found.toSorted((a, b) => compareReleases(b, a));
  const oldestFirst = releases.toReversed();
  const companyOf = (release: Release, code = lodgingCode(release)) => companyAt(settings, code, release.date.day);
  return {
    settings,
    releases,
    byId: new Map(releases.map((release) => [release.id, release])),
    years: Map.groupBy(releases, (release) => sydneyYear(release.date)),
    companies: groupByCompany(releases, companyOf),
    types: groupByType(releases),
    priceSensitive: releases.filter((release) => release.priceSensitive === true),
    corrections: releases.filter((release) => release.corrects !== undefined),
    correctedBy: corrected(oldestFirst),
    chains: connectedReleases(oldestFirst, (release) => [
      ...(release.corrects ?? []).map((correction) => correction.release),
      ...(release.related ?? []),
    ]),
    related: connectedReleases(oldestFirst, (release) => release.related ?? []),
    history,
    neighbours: neighbours(releases, companyOf),
    companyOf,
  };
}

function groupByCompany(
  releases: readonly Release[],
  companyOf: (release: Release, code: string) => CompanySettings,
): CompanyList[] {
  const lists = new Map<string, { company: CompanySettings; releases: Release[] }>();
  for (const release of releases) {
    const companies = new Map(release.code.map((code) => companyOf(release, code)).map((one) => [one.code, one]));
    for (const [code, company] of companies) {
      const list = lists.get(code) ?? { company, releases: [] };
      list.releases.push(release);
      lists.set(code, list);
    }
  }
  return [...lists.values()].toSorted(
    (a, b) => compareText(a.company.name, b.company.name) || compareText(a.company.code, b.company.code),
  );
}

function groupByType(releases: readonly Release[]): TypeList[] {
  const entries = releases.flatMap((release) => {
    const slugs = new Set((release.types ?? []).flatMap((type) => [type, typeOf(type).group]));
    return [...slugs].map((slug) => ({ slug, release }));
  });
  return [...Map.groupBy(entries, ({ slug }) => slug)]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([slug, members]) => ({ type: typeOf(slug), releases: members.map(({ release }) => release) }));
}

function corrected(oldestFirst: readonly Release[]): Map<string, CorrectedBy[]> {
  const all = oldestFirst.flatMap((release) => (release.corrects ?? []).map((correction) => ({ release, correction })));
  return Map.groupBy(all, ({ correction }) => correction.release);
}

function neighbours(
  releases: readonly Release[],
  companyOf: (release: Release) => CompanySettings,
): Map<string, Neighbours> {
  const byCompany = Map.groupBy(releases, (release) => companyOf(release).code);
  return new Map(
    [...byCompany.values()].flatMap((list) =>
      list.map((release, index) => [release.id, { later: list[index - 1], earlier: list[index + 1] }] as const),
    ),
  );
}
