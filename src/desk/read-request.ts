import type { IncomingMessage } from 'node:http';

/** A request that the desk cannot take; its message is for the person, its status for the browser. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * What a request holds. One whose length is over the limit, or not said, is refused before any of it is read; one that turns
 * out longer than it said is cut off by Node.
 */
export async function readBytes(request: IncomingMessage, limit: number): Promise<Uint8Array> {
  const length = request.headers['content-length'];
  if (length === undefined) throw new Refused(411, 'The length of what is sent must be said first.');
  if (Number(length) > limit)
    throw new Refused(413, `The file has ${megabytes(Number(length))}; the limit is ${megabytes(limit)}.`);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer); // a stream without an encoding gives these
  return Buffer.concat(chunks);
}

/** The same as the JSON that it is; whoever asks looks at its form. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const bytes = await readBytes(request, MAX_JSON);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refused(400, 'What was sent is not of the form that the desk reads.');
  }
}

/** A release may hold 10 MB. */
const MAX_JSON = 24 * 1024 * 1024;

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`;
}
