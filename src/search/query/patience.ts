/** Milliseconds after which what has come does not wait for what has not. */
export const PATIENCE = 3_000;

/** True once something is done, false where it takes longer. */
export async function within(milliseconds: number, done: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, milliseconds, false)));
  return Promise.race([done.then(() => true), late]).finally(() => clearTimeout(timer));
}

/** What comes of something; rejects where it takes longer. */
export async function soon<Value>(value: Promise<Value>, milliseconds = PATIENCE): Promise<Value> {
  if (await within(milliseconds, value)) return value;
  throw new Error(`Nothing came within ${milliseconds} ms.`);
}
