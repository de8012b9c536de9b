import { setImmediate } from 'node:timers/promises';
import type { AstroIntegration } from 'astro';
import { namedAddresses } from './named-addresses.ts';
import type { SiteFolder } from './site-folder.ts';
import { noteAddresses, type NamedAddresses } from './whole-site.ts';

/** Pages that are rendered before messages have their turn. */
const TURN = 8;

const RELEASES = 'src/pages/releases/[...id].astro';
const NOT_FOUND = 'src/pages/404.astro';

type SetPrerenderer = Parameters<NonNullable<AstroIntegration['hooks']['astro:build:start']>>[0]['setPrerenderer'];
type Prerenderer = ReturnType<Extract<Parameters<SetPrerenderer>[0], (made: never) => unknown>>;

/**
 * Astro's own prerenderer, but that pages are written and hashed as they are rendered. Astro would hand each to a queue of
 * the system's four times, which costs as much as rendering it. `base` is the path below which the site lies.
 * Feeds, data and the page for addresses that are not there are left to Astro. What the pages name goes into `named`.
 */
export function pageWriter(
  prerenderer: Prerenderer,
  base: string,
  folder: SiteFolder,
  named: NamedAddresses,
): Prerenderer {
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
      const { type, component } = options.routeData;
      if (type !== 'page' || component === NOT_FOUND) return prerenderer.render(request, options);
      // Nothing here waits for the system, and what the worker hands over would wait for the last page.
      if (count++ % TURN === 0) await setImmediate();
      const { status, page } = await answerOf(() => prerenderer.render(request, options));
      const { pathname } = new URL(request.url);
      if (status !== 200 || page === undefined) throw new Error(`${pathname} was rendered without a page.`);
      const name = `${decodeURI(pathname.slice(base.length))}index.html`;
      folder.write(name, page);
      // Addresses are ASCII, and the quickest text is one of bytes.
      noteAddresses(named, name, namedAddresses(page.toString('latin1'), base));
      // For an answer without a body Astro writes nothing.
      return new Response(null);
    },
  };
}

/**
 * What Astro renders while nothing else is rendered. Its pages are answers, whose bodies Node copies twice and makes streams
 * of, for a network that is not there; that takes a tenth of a page's time.
 */
async function answerOf(render: () => ReturnType<Prerenderer['render']>): Promise<PageResponse> {
  const { Response } = globalThis;
  globalThis.Response = PageResponse;
  try {
    const rendered = await render();
    const response = rendered instanceof Response ? rendered : rendered.response;
    if (response instanceof PageResponse) return response;
    throw new Error('Astro has answered with something other than a page.');
  } finally {
    globalThis.Response = Response;
  }
}

/** An answer with its body at hand. */
class PageResponse extends Response {
  readonly page: Buffer | undefined;

  constructor(body?: BodyInit | null, init?: ResponseInit) {
    const whole = body instanceof Uint8Array;
    super(whole ? null : body, init);
    this.page = whole ? Buffer.from(body.buffer, body.byteOffset, body.byteLength) : undefined;
  }
}
