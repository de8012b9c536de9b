/** How many jobs have been begun, in memory that worker threads share. */
export type JobCounter = SharedArrayBuffer;

/** No job has been begun. */
export function jobCounter(): JobCounter {
  return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
}
