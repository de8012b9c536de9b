import { expect, test } from 'vitest';
import { planArchive } from '../../../src/importers/csv/archive-plan.ts';

test('planArchive() takes types by the number of their form, and several between commas', () => {
  const { releases, findings } = planArchive(
    'headline,date,code,type\nA,30/07/2020,XMX,Appendix 3Y\nB,30/07/2020,XMX,"Trading Halt, Progress Report"\nC,30/07/2020,XMX,"Trading halt, nonsense"\n',
    undefined,
    '2026-11-29',
  );
  expect(releases.map(({ types }) => types)).toEqual([
    ['change-of-directors-interest-notice'],
    ['trading-halt', 'progress-report'],
    [],
  ]);
  expect(findings.find(({ rule }) => rule === 'csv-type-unknown')?.message).toBe(
    '"Trading halt, nonsense" is not an announcement type; it was left out.',
  );
});
