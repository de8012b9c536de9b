import { afterAll } from 'vitest';

// Search is tested with a `fetch` that reads files; the next file in the same process gets the real one.
const { fetch } = globalThis;
afterAll(() => {
  globalThis.fetch = fetch;
});
