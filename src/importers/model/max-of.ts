/** The largest of some numbers, at least `least`. As arguments of `Math.max` a hundred thousand are more than the stack holds. */
export function maxOf(values: Iterable<number>, least: number): number {
  let most = least;
  for (const value of values) if (value > most) most = value;
  return most;
}
