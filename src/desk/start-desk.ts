import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathBelow } from '../astro/static-server.ts';
import type { Environment, Variables } from '../build/environment.ts';
import { startReader, READING_LIMITS, type ReadingLimits } from '../drafts/document-reader.ts';
import { plain, send, type Answer } from './answer.ts';
import { createArchiveReader } from './archive-reader.ts';
import type { Desk } from './desk.ts';
import { forgetSaved } from './edit/forget-saved.ts';
import { refusal, tokenOf } from './guard.ts';
import { createBuildRunner } from './publish/build-runner.ts';
import { createSiteServer } from './publish/site-server.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { answer } from './routes.ts';
import { noteToken } from './store/former-doors.ts';

interface DeskOptions {
  readonly environment: Environment;
  readonly variables: Variables;
  /** The port that is tried first; 0 for any. */
  readonly port: number;
  readonly limits?: ReadingLimits;
}

/** A desk at work. */
export interface StartedDesk {
  /** The address that opens it, token and all. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Starts the desk on this machine's own address, which nothing else on the network reaches. */
export async function startDesk({
  environment,
  variables,
  port,
  limits = READING_LIMITS,
}: DeskOptions): Promise<StartedDesk> {
  const place = { root: environment.releases, shown: environment.shown };
  forgetSaved(place.root);
  const documents = oneAtATime(startReader(limits));
  const server = createServer();
  const origin = `http://127.0.0.1:${await listen(server, port)}`;
  const token = randomBytes(24).toString('base64url');
  const siteToken = randomBytes(24).toString('base64url');
  const siteServer = createSiteServer(environment, () => desk.site);
  const siteOrigin = `http://127.0.0.1:${await listen(siteServer, port === 0 ? 0 : port + 1)}`;
  const desk: Desk = {
    place,
    environment,
    variables,
    door: { token, origin, isFormer: noteToken(place.root, token) },
    site: { token: siteToken, origin: siteOrigin },
    base: `/${token}/`,
    archive: createArchiveReader(place),
    documents,
    builds: createBuildRunner(environment, variables),
  };
  server.on('request', (request, response) => {
    void answerTo(desk, request).then((made) => {
      // What was refused before it was read would be read to its end otherwise.
      if (made.status >= 400 && request.method === 'POST' && !request.complete)
        response.setHeader('Connection', 'close');
      send(response, made, siteOrigin);
    });
  });
  return {
    address: `${origin}${desk.base}`,
    close() {
      documents.stop();
      desk.builds.stop();
      return Promise.all([server, siteServer].map(closed)).then(() => undefined);
    },
  };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function answerTo(desk: Desk, request: IncomingMessage): Promise<Answer> {
  const refused = refusal(request, desk.door);
  if (refused !== undefined) return plain(403, refused);
  const below = pathBelow(`/${tokenOf(request)}/`, request.url ?? '');
  return below === undefined ? plain(404, 'There is nothing here.') : answer(desk, request, below);
}

/** Listens at the port, or at the next one that is free, and says which. */
async function listen(server: Server, port: number): Promise<number> {
  for (let next = port; ; next++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen({ port: next, host: '127.0.0.1' }, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return (server.address() as AddressInfo).port; // a server that listens on a port has such an address
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException; // node:net throws these
      if (code !== 'EADDRINUSE' || next >= port + 100) throw error;
    }
  }
}
