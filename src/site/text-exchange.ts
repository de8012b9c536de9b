import { setImmediate } from 'node:timers/promises';
import { MessageChannel, receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import type { Release } from '../release/schema.ts';
import type { MadeText, Site } from './site.ts';

/** What one of two threads needs to exchange texts with the other. */
export interface ExchangeEnd {
  readonly port: MessagePort;
  /** How many pieces of work somebody has begun: memory that both share. */
  readonly begun: SharedArrayBuffer;
}

/** The two ends of an exchange. */
export function exchangeEnds(): readonly [ExchangeEnd, ExchangeEnd] {
  const { port1, port2 } = new MessageChannel();
  const begun = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  return [
    { port: port1, begun },
    { port: port2, begun },
  ];
}

/**
 * Has a site share the making of texts with the site of another thread that is made from the same parts: pages, search and
 * feeds all ask for them, newest first. Whoever needs a text that is not there makes the next ones that nobody has begun
 * and hands them over, so that the thread that is ahead makes them for both.
 * What comes back makes all that nobody has begun, as much of it as fits into `memory` characters.
 */
export function exchangeTexts(site: Site, { port, begun }: ExchangeEnd, memory: number): () => Promise<void> {
  const { releases } = site.archive;
  const places = new Map(releases.map(({ id }, place) => [id, place]));
  const pieces = Math.ceil(releases.length / PIECE);
  const known = new Uint8Array(pieces);
  const counter = new Int32Array(begun);

  const receive = (): void => {
    for (let got = receiveMessageOnPort(port); got !== undefined; got = receiveMessageOnPort(port)) {
      const { piece, texts } = got.message as Piece; // the other end sent it
      known[piece] = 1;
      site.accept(texts);
    }
  };
  /** Makes the next piece; its size in characters, or `undefined` where all are begun. */
  const makeNext = (): number | undefined => {
    const piece = Atomics.add(counter, 0, 1);
    if (piece >= pieces) return undefined;
    const texts = releases.slice(piece * PIECE, (piece + 1) * PIECE).map((release) => site.renderForTransfer(release));
    known[piece] = 1;
    port.postMessage({ piece, texts } satisfies Piece);
    return texts.reduce((sum, { html }) => sum + html.length, 0);
  };
  site.onMiss(({ id }: Release) => {
    const piece = Math.floor((places.get(id) ?? 0) / PIECE);
    if (known[piece] === 1) return;
    receive();
    // One that the other thread is at will have come when the next one is made; where there is none, the site makes its own.
    while (known[piece] !== 1 && makeNext() !== undefined) receive();
  });
  return async () => {
    for (let size = 0; size < memory;) {
      const made = makeNext();
      if (made === undefined) return;
      size += made;
      await setImmediate();
    }
  };
}

/** Releases whose texts are made and handed over at once. */
const PIECE = 50;

interface Piece {
  readonly piece: number;
  readonly texts: readonly MadeText[];
}
