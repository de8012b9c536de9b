import { setImmediate } from 'node:timers/promises';
import type { AstroIntegration } from 'astro';
import type { SiteFolder } from './site-folder.ts';

/** Pages that are rendered before messages have their turn. */
const TURN = 8;

const RELEASES = 'src/pages/releases/[...id].astro';

type SetPrerenderer = Parameters<NonNullable<AstroIntegration['hooks']['astro:build:start']>>[0]['setPrerenderer'];
type Prerenderer = ReturnType<Extract<Parameters<SetPrerenderer>[0], (made: never) => unknown>>;

/**
 * Astro's own prerenderer, but that pages are written and hashed as they are rendered. Astro would hand each to a queue of
 * the system's four times, which costs as much as rendering it. `base` is the path below which the site lies.
 * Feeds, data and the page for addresses that are not there are left to Astro.
 */
export function pageWriter(prerenderer: Prerenderer, base: string, folder: SiteFolder): Prerenderer {
  let count = 0;
  return {
    ...prerenderer,
    name: 'release-archive',
    // Releases come first, in the order in which their texts are made: what lists say of them is known then.
    async getStaticPaths() {
      const paths = await prerenderer.getStaticPaths();
      const isRelease = ({ route }: (typeof paths)[number]): boolean => route.component === RELEASES;
      return [...paths.filter(isRelease), ...paths.filter((path) => !isRelease(path))];
    },
    async render(request, options) {
      // Nothing here waits for the system, and what the thread beside hands over would wait for the last page.
      if (count++ % TURN === 0) await setImmediate();
      const rendered = await prerenderer.render(request, options);
      const response = rendered instanceof Response ? rendered : rendered.response;
      const { pathname } = new URL(request.url);
      if (options.routeData.type !== 'page' || response.status !== 200 || !pathname.endsWith('/')) return rendered;
      folder.write(`${decodeURI(pathname.slice(base.length))}index.html`, Buffer.from(await response.arrayBuffer()));
      // For an answer without a body Astro writes nothing.
      return new Response(null);
    },
  };
}
