import type { IncomingMessage, ServerResponse } from 'node:http';
import { readPlainFile } from '../files/read-plain-file.ts';
import { beside } from '../archive/files-beside.ts';
import path from 'node:path/posix';
import { SEARCH_INDEX } from '../archive/site-paths.ts';
import type { DevServer } from './dev-releases.ts';
import { getDevState } from './dev-state.ts';
import type { Environment } from '../build/environment.ts';
import { feedFiles } from '../build/output/feed-files.ts';
import { problemPage } from './problem-page.ts';
import { servedType } from './served-type.ts';
import type { Site } from '../build/site.ts';
import { pathBelow } from './static-server.ts';

/**
 * Serves what a build makes beside Astro, while `npm run dev` runs: feeds, sources and attachments of the releases as they
 * lie on the disk, and the search index of the last build. At the address of a release that cannot be shown it says why.
 */
export function serveFilesInDevelopment(server: DevServer, environment: Environment, site: () => Site): void {
  server.middlewares.use((request, response, next) => {
    const { base } = site().urls;
    const below = pathBelow(base, addressOf(request));
    const answer = below === undefined ? undefined : (problems(below, base) ?? feed(below, site()));
    if (answer) {
      answer.write().then((text) => send(response, answer, text), next);
      return;
    }
    const content = below === undefined ? undefined : fileOf(below, environment, site());
    if (content) send(response, { status: 200, type: servedType(below ?? '') }, content);
    else next();
  });
}

/** A page or a feed that is made when it is asked for. */
interface Made {
  readonly status: number;
  readonly type: string;
  readonly write: () => Promise<string | Buffer>;
}

/** Vite has taken the base path off by now, and kept the whole. */
function addressOf(request: IncomingMessage & { originalUrl?: string | undefined }): string {
  return request.originalUrl ?? request.url ?? '/';
}

function problems(below: string, base: string): Made | undefined {
  const { problems: all, broken } = getDevState();
  const id = /^releases\/(.+?)\/?$/.exec(below)?.[1] ?? '';
  const file = broken.get(id);
  if (file === undefined) return undefined;
  const page = problemPage(
    file,
    all.filter((problem) => problem.file === file),
    base,
  );
  return { status: 500, type: 'text/html; charset=utf-8', write: () => Promise.resolve(page) };
}

function feed(below: string, site: Site): Made | undefined {
  if (!FEED.test(below)) return undefined;
  const found = feedFiles(site)
    .flat()
    .find(({ name }) => name === below);
  return found && { status: 200, type: servedType(below), write: () => found.write() };
}

const FEED = /(?:^|\/)(?:atom\.xml|rss\.xml|feed\.json)$/;

function fileOf(below: string, environment: Environment, site: Site): Buffer | undefined {
  if (below.startsWith(`${SEARCH_INDEX}/`)) return readPlainFile(environment.out, below);
  const source = below.startsWith('releases/') ? sourceOf(site, below.slice('releases/'.length)) : undefined;
  return source === undefined ? undefined : readPlainFile(environment.releases, source);
}

/** The path below the releases folder of a release's source, or of a file that it names. */
function sourceOf(site: Site, below: string): string | undefined {
  const { byId } = site.archive;
  if (below.endsWith('.md') && byId.has(below.slice(0, -'.md'.length))) return below;
  const release = byId.get(path.dirname(below));
  const name = path.basename(below);
  const named = release && site.filesOf(release).some((file) => file.name === name);
  return named ? beside(release.id, name) : undefined;
}

function send(
  response: ServerResponse,
  { status, type }: Pick<Made, 'status' | 'type'>,
  content: string | Buffer,
): void {
  response.writeHead(status, { 'Content-Type': type });
  response.end(content);
}
