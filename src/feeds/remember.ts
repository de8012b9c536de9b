/**
 * The same function with a memory: texts of keys that were asked for lately are not made again.
 * It holds `limit` characters at most, and forgets first what was not asked for longest.
 */
export function rememberTexts<K extends object>(make: (key: K) => string, limit: number): (key: K) => string {
  const memory = new Map<K, string>();
  let size = 0;
  return (key) => {
    const known = memory.get(key);
    const text = known ?? make(key);
    // A map keeps the order of insertion: what was just used moves to its end.
    if (known !== undefined) memory.delete(key);
    else size += text.length;
    memory.set(key, text);
    for (const [oldest, { length }] of memory) {
      if (size <= limit) break;
      memory.delete(oldest);
      size -= length;
    }
    return text;
  };
}
