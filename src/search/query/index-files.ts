/** Loads files of the index. */
export interface IndexFiles {
  /** A compressed file of the index, by its path below the index folder; loaded once. Rejects where it is not there or no such file. */
  readonly bytes: (path: string) => Promise<Uint8Array>;
  /** A JSON file, as it is now: hosts and browsers are asked whether it has changed. */
  readonly json: (path: string) => Promise<unknown>;
}

/** Files below an address, which ends with a slash. One that has not come after some milliseconds is given up. */
export function openFiles(base: string, patience = 20_000): IndexFiles {
  const load = async (path: string, options?: RequestInit): Promise<Response> => {
    const address = `${base}${path}`;
    const response = await fetch(address, { ...options, signal: AbortSignal.timeout(patience) });
    if (!response.ok) throw new Error(`${response.status} for ${address}`);
    return response;
  };
  const loaded = new Map<string, Promise<Uint8Array>>();
  return {
    bytes(path) {
      let file = loaded.get(path);
      if (file === undefined) {
        file = load(path).then(unpack);
        loaded.set(path, file);
        // What failed is asked for again next time.
        file.catch(() => loaded.delete(path));
      }
      return file;
    },
    json: async (path) => (await load(path, { cache: 'no-cache' })).json() as Promise<unknown>,
  };
}

/** Decompresses a file; a server may have done so already. */
async function unpack(response: Response): Promise<Uint8Array> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes[0] !== GZIP) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const GZIP = 0x1f;
