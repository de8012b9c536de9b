import { zoneOffset } from '../../release/zone-offset.ts';

/**
 * The moment that a text states with its zone, in milliseconds since 1970 UTC: RFC 5322, RFC 3339, or with the short name of an
 * Australian zone (`Tue, 14 Jan 2025 09:15:00 AEDT`). `undefined` without a zone: it could be of another day.
 */
export function instantOf(written: string): number | undefined {
  const plain = written
    .trim()
    .replace(/\s*\([^()]*\)$/, '')
    .replace(/(?<=\d\s*)[a-z]{3,4}$/i, (name) => zoneOffset(name) ?? name);
  if (!/(?:[+-]\d\d:?\d\d|\bUTC?|\bGMT|E[SD]T|Z)$/i.test(plain)) return undefined;
  const instant = Date.parse(plain);
  return Number.isNaN(instant) ? undefined : instant;
}
