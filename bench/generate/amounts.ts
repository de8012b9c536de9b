import { MONTHS } from '../../src/release/day-words.ts';
import { grouped } from '../../src/text/counted.ts';
import type { Chance } from './chance.ts';

/** A figure as it stands in the running text of a release: money, a share, a length, a date, the name of a drill hole. */
export function drawFigure(chance: Chance): string {
  const kind = chance.weighted(KINDS);
  return kind.write(chance);
}

/** Money in millions, `$4.2 million`. */
export function drawMoney(chance: Chance): string {
  return `$${tenths(chance, 300)} million`;
}

/** A whole number as tables have it, `18,400,000`: small ones are frequent, large ones are not. */
export function drawCount(chance: Chance): string {
  return grouped(Math.round(chance.around(5000, 2.5)));
}

/** A number with one digit after the point, below `limit`. */
export function tenths(chance: Chance, limit: number): string {
  return (chance.number(limit * 10) / 10).toFixed(1);
}

/** The name of a drill hole, `BRRC0412`. */
export function drawHole(chance: Chance): string {
  return `${chance.from(PREFIXES)}${chance.from(['RC', 'DD', 'AC'])}${String(chance.number(2000)).padStart(4, '0')}`;
}

const PREFIXES = ['BR', 'LS', 'NP', 'SB', 'TK', 'WH', 'OR', 'GM'] as const;

const KINDS = [
  { weight: 4, write: drawMoney },
  { weight: 4, write: (chance: Chance) => `${tenths(chance, 100)}%` },
  { weight: 5, write: (chance: Chance) => String(chance.between(2, 60)) },
  { weight: 3, write: (chance: Chance) => `${chance.between(2, 60)} m at ${tenths(chance, 9)} g/t` },
  { weight: 2, write: drawHole },
  { weight: 2, write: drawCount },
  { weight: 2, write: (chance: Chance) => `${chance.between(1, 28)} ${chance.from(MONTHS)}` },
  { weight: 2, write: (chance: Chance) => String(chance.between(1996, 2025)) },
];
