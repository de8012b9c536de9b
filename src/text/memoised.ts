/** A function of an object that makes its value once, and keeps it as long as the object is there. */
export function memoised<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const former = known.get(key);
    if (former !== undefined) return former;
    const value = make(key);
    known.set(key, value);
    return value;
  };
}
