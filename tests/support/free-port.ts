import { createServer, type AddressInfo } from 'node:net';

/** A port of 127.0.0.1 on which nothing listens, for a server that cannot choose one itself. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo; // a server that listens on a port has such an address
      server.close(() => resolve(port));
    });
  });
}
