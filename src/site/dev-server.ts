import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { AstroIntegration } from 'astro';
import { beside } from '../archive/files.ts';
import { mediaType } from '../release/file-name.ts';
import type { Environment } from './environment.ts';
import { feedFiles } from './feed-files.ts';
import type { Site } from './site.ts';

type DevServer = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

/**
 * Serves what a build makes beside Astro, while `npm run dev` runs: feeds, sources and attachments of the releases as they
 * lie on the disk, and the search index of the last build.
 */
export function serveFilesInDevelopment(server: DevServer, environment: Environment, site: () => Site): void {
  server.middlewares.use((request, response, next) => {
    const { archive, urls } = site();
    const pathname = decode(new URL(request.url ?? '/', 'http://localhost').pathname);
    // Vite may or may not have taken the base path off.
    const below = pathname.startsWith(urls.base) ? pathname.slice(urls.base.length) : pathname.slice(1);
    const file = below.startsWith('pagefind/')
      ? inside(environment.out, below)
      : below.startsWith('releases/')
        ? releaseFile(site(), archive, environment, below.slice('releases/'.length))
        : undefined;
    const feed = FEED.test(below)
      ? feedFiles(site())
          .flat()
          .find(({ name }) => name === below)
      : undefined;
    if (feed) {
      response.setHeader('Content-Type', feed.format === 'feed.json' ? 'application/feed+json' : 'application/xml');
      feed.write().then((text) => response.end(text), next);
      return;
    }
    if (file === undefined || !existsSync(file) || !statSync(file).isFile()) {
      next();
      return;
    }
    response.setHeader('Content-Type', contentType(file));
    response.end(readFileSync(file));
  });
}

const FEED = /(?:^|\/)(?:atom\.xml|rss\.xml|feed\.json)$/;

function releaseFile(
  site: Site,
  archive: Site['archive'],
  environment: Environment,
  below: string,
): string | undefined {
  const source = below.endsWith('.md') ? archive.byId.get(below.slice(0, -'.md'.length)) : undefined;
  if (source) return path.join(environment.releases, below);
  const release = archive.byId.get(path.posix.dirname(below));
  const name = path.posix.basename(below);
  const named = release && site.filesOf(release).some((file) => file.name === name);
  return named ? path.join(environment.releases, beside(release.id, name)) : undefined;
}

function inside(folder: string, below: string): string | undefined {
  const file = path.join(folder, below);
  return path.relative(folder, file).startsWith('..') ? undefined : file;
}

function contentType(file: string): string {
  if (file.endsWith('.md')) return 'text/markdown; charset=utf-8';
  if (file.endsWith('.js')) return 'text/javascript';
  if (file.endsWith('.json')) return 'application/json';
  return mediaType(file) ?? 'application/octet-stream';
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
