import type { Environment, SiteAddress } from './environment.ts';
import type { SiteFolder } from './site-folder.ts';
import type { Site } from './site.ts';
import type { Stopwatch } from './stopwatch.ts';
import type { NamedAddresses } from './whole-site.ts';

/** What carries one build from its first step to its last. */
export interface BuildContext {
  readonly environment: Environment;
  readonly address: SiteAddress;
  /** Absolute path of the folder in which the site is made. */
  readonly staging: string;
  /** What the main thread writes there. */
  readonly folder: SiteFolder;
  /** What the pages name. */
  readonly named: NamedAddresses;
  /** The site, once the releases are read. Rejects with what forbids to publish it or kept them from being read. */
  readonly site: Promise<Site>;
  readonly watch: Stopwatch;
}

/** Renders all pages of a site into `folder`, and what they name into `named`. */
export type Render = (context: BuildContext) => Promise<void>;
