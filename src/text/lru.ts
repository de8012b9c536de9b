/**
 * Makes values from keys and keeps those that were asked for lately: `memory` at most by the sum of their sizes,
 * forgetting first what was not asked for longest. A value larger than the memory is made each time.
 */
export function createLru<Value>(
  memory: number,
  sizeOf: (value: Value) => number,
): (key: string, make: () => Value) => Value {
  const kept = new Map<string, Value>();
  let size = 0;
  // Only where there is need: to find the oldest, a map goes past all places that others have left.
  const forget = (): void => {
    for (const [oldest, forgotten] of kept) {
      if (size <= memory) break;
      kept.delete(oldest);
      size -= sizeOf(forgotten);
    }
  };
  return (key, make) => {
    const former = kept.get(key);
    const value = former ?? make();
    // A map keeps the order of insertion: what was just used moves to its end.
    if (former !== undefined) kept.delete(key);
    else size += sizeOf(value);
    kept.set(key, value);
    if (size > memory) forget();
    return value;
  };
}
