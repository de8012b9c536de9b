import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import path from 'node:path';
import { createStaticServer } from '../../astro/static-server.ts';
import { readAddress } from '../../build/read-site.ts';
import type { Environment } from '../../build/environment.ts';
import { plain, redirect, send } from '../answer.ts';
import { isSame, type Door } from '../guard.ts';

/**
 * Serves the built site on a port of its own, so that its pages are another origin than the desk. Whoever comes with the
 * token in the address gets it as a cookie, since the site's own links do not have it. It is not listening yet.
 */
export function createSiteServer(environment: Environment, door: () => Door): Server {
  return createServer((request, response) => {
    const { token, origin } = door();
    if (request.headers.host !== new URL(origin).host)
      return send(response, plain(403, 'This is not the address of the site.'));
    const [, first = '', ...rest] = (request.url ?? '').split('/');
    if (isSame(first, token)) {
      const answer = redirect(`/${rest.join('/')}`);
      const cookie = `${COOKIE}=${token}; HttpOnly; SameSite=Strict; Path=/`;
      return send(response, { ...answer, headers: { ...answer.headers, 'Set-Cookie': cookie } });
    }
    if (!hasCookie(request, token)) return send(response, plain(403, 'Open the site from the desk.'));
    if (!existsSync(path.join(environment.out, 'index.html')))
      return send(response, plain(404, 'The site is not built yet.'));
    const { base } = readAddress(environment);
    createStaticServer({ folder: environment.out, base }).emit('request', request, response);
  });
}

const COOKIE = 'desk-site';

function hasCookie({ headers }: IncomingMessage, token: string): boolean {
  const cookies = (headers.cookie ?? '').split(/; */);
  return cookies.some((one) => one.startsWith(`${COOKIE}=`) && isSame(one.slice(COOKIE.length + 1), token));
}
