import type { Place } from '../archive/read/place.ts';
import type { Environment, Variables } from '../build/environment.ts';
import type { DocumentReader } from '../drafts/document-reader.ts';
import type { ArchiveReader } from './archive-reader.ts';
import type { BuildRunner } from './publish/build-runner.ts';
import type { Door } from './guard.ts';

/** One desk, from its start to its end. */
export interface Desk {
  readonly place: Place;
  readonly environment: Environment;
  readonly variables: Variables;
  readonly door: Door;
  /** Where the built site is served, which has a token of its own. */
  readonly site: Door;
  /** Path of the desk's pages, `/<token>/`. */
  readonly base: string;
  readonly archive: ArchiveReader;
  readonly builds: BuildRunner;
  /** Reads one document after the other. */
  readonly documents: DocumentReader;
}
