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
  // Goes on where it stopped: from its beginning a map would go past all places that others have left.
  const oldest = kept.entries();
  const forget = (): void => {
    while (size > memory) {
      const { value: entry } = oldest.next();
      if (entry === undefined) return;
      kept.delete(entry[0]);
      size -= sizeOf(entry[1]);
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
