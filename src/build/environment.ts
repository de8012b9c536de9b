import path from 'node:path';
import { placeOf } from '../archive/read/place.ts';
import { readBasePath, readSiteAddress } from '../archive/site-address.ts';
import type { Finding } from '../release/problem.ts';
import { UsageError } from './failure.ts';
import { HOSTINGS, type Hosting } from './output/hosts/hosting.ts';

/** Environment variables by their names. */
export type Variables = Readonly<Record<string, string | undefined>>;

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
  /** `SITE_URL`, the address of the site. */
  readonly siteUrl: string | undefined;
  /** The address that the host gives the site, which `archive.yml` overrules. */
  readonly hostUrl: string | undefined;
  /** Base path from the environment, if any says it. */
  readonly base: string | undefined;
  /** A host's preview of a proposed change: search engines are asked to pass it over. */
  readonly preview: boolean;
  /** Text files get `.br` and `.gz` beside them. */
  readonly precompress: boolean;
  /** Hosts whose configuration files are written into the site, each once. */
  readonly hosting: readonly Hosting[];
  /** Absolute path of the folder in which parts of the search index are kept from build to build. */
  readonly cache: string;
  /** Neither what is kept there nor the former site's files are used. */
  readonly clean: boolean;
  /** A site that was built before sites had a mark may be replaced. */
  readonly adopt: boolean;
  /** A site without any release may take the place of one that has some. */
  readonly allowEmpty: boolean;
  /** A build fails that would lose releases of the site that it replaces, or has changed them without a word. */
  readonly failOnLoss: boolean;
  /** Absolute path of the SSH key that signs the site, if one does. */
  readonly signingKey: string | undefined;
}

/**
 * Reads the environment variables of docs/hosting.md; relative paths are below `project`.
 * Throws a `UsageError` at a value that means nothing.
 */
export function readEnvironment(variables: Variables, project: string): Environment {
  const given = (name: string): string | undefined => variables[name]?.trim() || undefined;
  const { root, shown } = placeOf(given('RELEASES_DIR'), project, project);
  const shownOut = given('OUT_DIR') ?? 'dist';
  const says = (name: string, meaning: string): boolean => {
    const value = given(name) ?? '0';
    if (/^[01]$/.test(value)) return value === '1';
    throw new UsageError(`${name} is "${value}". Write 1 ${meaning}`);
  };
  const signingKey = given('SIGNING_KEY');
  const siteUrl = given('SITE_URL');
  return {
    project,
    releases: root,
    shown,
    out: path.resolve(project, shownOut),
    shownOut,
    siteUrl,
    hostUrl: given('URL') ?? given('CF_PAGES_URL'),
    base: given('BASE_PATH'),
    preview: siteUrl === undefined && given('URL') === undefined && given('CF_PAGES_URL') !== undefined,
    precompress: says('PRECOMPRESS', 'for .br and .gz files beside text files, 0 for none.'),
    hosting: readHosting(given('HOSTING') ?? ''),
    cache: path.resolve(project, given('CACHE_DIR') ?? '.cache'),
    clean: says(
      'CLEAN',
      'to make the whole search index and every file anew, 0 to use what earlier builds have made of them.',
    ),
    adopt: says('ADOPT', 'to replace a site that an older version of this program has built.'),
    allowEmpty: says('ALLOW_EMPTY', 'to let a site without any release take the place of one that has some.'),
    failOnLoss: says(
      'FAIL_ON_LOSS',
      'to build nothing where releases of the former site are gone or were changed without a declared amendment.',
    ),
    signingKey: signingKey === undefined ? undefined : path.resolve(project, signingKey),
  };
}

function readHosting(value: string): Hosting[] {
  const names = value
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  for (const name of names)
    if (!HOSTINGS.some((host) => host === name))
      throw new UsageError(
        `HOSTING names "${name}", for which there are no files to write. Write some of ${HOSTINGS.join(', ')}, with commas between them; other hosts need none.`,
      );
  return HOSTINGS.filter((host) => names.includes(host));
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
export function siteAddress(environment: Environment, site?: string): SiteAddress {
  const given = environment.siteUrl ?? site ?? environment.hostUrl;
  const name = environment.siteUrl !== undefined ? 'SITE_URL' : site !== undefined ? 'site' : hostVariable(environment);
  const { origin, base } = orThrow(readSiteAddress(withScheme(given ?? 'https://archive.example/')), name);
  const path = environment.base === undefined ? base : orThrow(readBasePath(environment.base), 'BASE_PATH').base;
  return { origin, base: path, placeholder: given === undefined };
}

function hostVariable({ preview }: Environment): string {
  return preview ? 'CF_PAGES_URL' : 'URL';
}

/** Hosts give some addresses without their scheme. */
function withScheme(address: string): string {
  const isHost = /^(?:localhost|[^\s/:.@?#]+(?:\.[^\s/:.@?#]+)+)(?::\d+)?(?:\/|$)/i.test(address);
  return isHost ? `https://${address}` : address;
}

function orThrow<T extends object>(read: T | { readonly finding: Finding }, name: string): T {
  if (!('finding' in read)) return read;
  throw new UsageError(`${name}: ${read.finding.message} ${read.finding.hint}`);
}
