/** How keeping went; what was `refused` waits for somebody to decide, what has `failed` is tried again by itself. */
export type Kept = 'kept' | 'refused' | 'failed';

/** Keeps what somebody types. */
interface Keeper {
  /** Something was typed: it is kept after a pause, and every two seconds while there is none. */
  readonly typed: () => void;
  /** Keeps what was typed by now, or what stands there whether it was typed or not; false where that did not work. */
  readonly flush: (force?: boolean) => Promise<boolean>;
  /** True where something was typed that is not kept. */
  readonly isTyped: () => boolean;
  /** Gives up what was typed. */
  readonly forget: () => void;
  /** Runs one request about the release after the other: each would take the one before it for a second window. */
  readonly inTurn: <T>(task: () => Promise<T>) => Promise<T>;
}

/** How long somebody has paused when what was typed is kept. */
const PAUSE_MS = 500;
/** Somebody who does not pause loses no more than this. */
const LONGEST_MS = 2000;
const AGAIN_MS = 5000;

/** `send` hands over what stands there; with `force` also where another window has something else. */
export function createKeeper(send: (force: boolean) => Promise<Kept>): Keeper {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the first was typed of what is not kept yet. */
  let since: number | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const flushIn = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), milliseconds);
  };
  const inTurn: Keeper['inTurn'] = (task) => {
    const work = last.then(task);
    last = work.catch(() => undefined);
    return work;
  };
  const flush: Keeper['flush'] = (force = false) => {
    clearTimeout(timer);
    return inTurn(async () => {
      if (since === undefined && !force) return true;
      since = undefined;
      const how = await send(force);
      if (how !== 'kept') since = Date.now();
      if (how === 'failed') flushIn(AGAIN_MS);
      return how === 'kept';
    });
  };
  return {
    typed() {
      const now = Date.now();
      since ??= now;
      flushIn(Math.max(0, Math.min(PAUSE_MS, since + LONGEST_MS - now)));
    },
    flush,
    isTyped: () => since !== undefined,
    forget() {
      clearTimeout(timer);
      since = undefined;
    },
    inTurn,
  };
}
