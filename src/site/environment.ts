import path from 'node:path';
import { placeOf } from '../archive/place.ts';
import { readBasePath, readSiteAddress } from '../archive/site-address.ts';
import type { Finding } from '../release/problem.ts';

/** What the environment says of one run: where releases lie, where the site goes, and where it will be published. */
export interface Environment {
  /** Absolute path of the project. */
  readonly project: string;
  /** Absolute path of the releases folder. */
  readonly releases: string;
  /** The releases folder as messages name it. */
  readonly shown: string;
  /** Absolute path of the folder that receives the site. */
  readonly out: string;
  /** The out folder as messages name it. */
  readonly shownOut: string;
  /** Address of the site from the environment, if any says it. */
  readonly address: string | undefined;
  /** Base path from the environment, if any says it. */
  readonly base: string | undefined;
  /** A host's preview of a proposed change: search engines are asked to pass it over. */
  readonly preview: boolean;
  /** Text files get `.br` and `.gz` beside them. */
  readonly precompress: boolean;
  /** Absolute path of the folder in which parts of the search index are kept from build to build. */
  readonly cache: string;
  /** Neither what is kept there nor the former site's files are used. */
  readonly clean: boolean;
  /** A site that was built before sites had a mark may be replaced. */
  readonly adopt: boolean;
  /** A site without any release may take the place of one that has some. */
  readonly allowEmpty: boolean;
}

/**
 * Reads the environment variables of docs/hosting.md; relative paths are below `project`.
 * Throws a `UsageError` at a value that means nothing.
 */
export function readEnvironment(variables: NodeJS.ProcessEnv, project: string): Environment {
  const given = (name: string): string | undefined => variables[name]?.trim() || undefined;
  const { root, shown } = placeOf(given('RELEASES_DIR'), project, project);
  const shownOut = given('OUT_DIR') ?? 'dist';
  const says = (name: string, meaning: string): boolean => {
    const value = given(name) ?? '0';
    if (/^[01]$/.test(value)) return value === '1';
    throw new UsageError(`${name} is "${value}". Write 1 ${meaning}`);
  };
  return {
    project,
    releases: root,
    shown,
    out: path.resolve(project, shownOut),
    shownOut,
    address: given('SITE_URL') ?? given('URL') ?? given('CF_PAGES_URL'),
    base: given('BASE_PATH'),
    preview: given('SITE_URL') === undefined && given('URL') === undefined && given('CF_PAGES_URL') !== undefined,
    precompress: says('PRECOMPRESS', 'for .br and .gz files beside text files, 0 for none.'),
    cache: path.resolve(project, given('CACHE_DIR') ?? '.cache'),
    clean: says(
      'CLEAN',
      'to make the whole search index and every file anew, 0 to use what earlier builds have made of them.',
    ),
    adopt: says('ADOPT', 'to replace a site that an older version of this program has built.'),
    allowEmpty: says('ALLOW_EMPTY', 'to let a site without any release take the place of one that has some.'),
  };
}

export interface SiteAddress {
  readonly origin: string;
  readonly base: string;
  /** True where nobody has said the address: feeds and canonical links name a placeholder. */
  readonly placeholder: boolean;
}

/**
 * The address of the site: `SITE_URL`, else `site` of `archive.yml`, else the host's `URL`, else a placeholder.
 * Throws with a sentence for the person at the terminal when it is not an address.
 */
export function siteAddress(environment: Environment, variables: NodeJS.ProcessEnv, site?: string): SiteAddress {
  const given = variables['SITE_URL']?.trim() || site || environment.address;
  const { origin, base } = orThrow(readSiteAddress(withScheme(given ?? 'https://archive.example/')));
  const path = environment.base === undefined ? base : orThrow(readBasePath(environment.base)).base;
  return { origin, base: path, placeholder: given === undefined };
}

/** Hosts give some addresses without their scheme. */
function withScheme(address: string): string {
  const isHost = /^(?:localhost|[^\s/:.@?#]+(?:\.[^\s/:.@?#]+)+)(?::\d+)?(?:\/|$)/i.test(address);
  return isHost ? `https://${address}` : address;
}

function orThrow<T extends object>(read: T | { readonly finding: Finding }): T {
  if (!('finding' in read)) return read;
  throw new UsageError(`${read.finding.message} ${read.finding.hint}`);
}

/** Something that the person at the terminal can put right; its message is shown without a stack. */
export class UsageError extends Error {}

/** A build that cannot go on though nobody used it wrongly, such as when a file changes under it; shown without a stack. */
export class BuildFailure extends Error {}
