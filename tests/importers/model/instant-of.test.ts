import { expect, test } from 'vitest';
import { instantOf } from '../../../src/importers/model/instant-of.ts';

test.each([
  ['Tue, 14 Jan 2025 09:15:00 +1100 (AEDT)', '2025-01-13T22:15:00.000Z'],
  ['Tue, 14 Jan 2025 09:15:00 AEDT', '2025-01-13T22:15:00.000Z'],
  ['Tue, 14 Jan 2025 09:15:00 AEST', '2025-01-13T23:15:00.000Z'],
  ['Tue, 14 Jan 2025 09:15:00 AWST', '2025-01-14T01:15:00.000Z'],
  ['Tue, 14 Jan 2025 09:15:00 ACST', '2025-01-13T23:45:00.000Z'],
  ['Tue, 14 Jan 2025 09:15:00 GMT', '2025-01-14T09:15:00.000Z'],
  ['2025-01-14T09:15:00.000Z', '2025-01-14T09:15:00.000Z'],
])('instantOf(%j) is %s', (written, iso) => expect(instantOf(written)).toBe(Date.parse(iso)));

test.each(['Tue, 14 Jan 2025 09:15:00', '14 January 2025', '', 'soon GMT'])('instantOf(%j) is undefined', (written) =>
  expect(instantOf(written)).toBeUndefined(),
);
