import { expect, test } from 'vitest';
import { idFault } from '../../src/archive/id-fault.ts';

test.each([
  ['2024/2024-10-14-halt.md', 'Rename it to 2024-10-14-halt.md.'],
  ['2024/2024-10-14-halt.html', 'Rename it to 2024-10-14-halt.md.'],
  ['2024.html/halt', 'Rename it with a date and a few words, for example 2020-07-30-first-metal.md.'],
  ['con/2024-10-14-halt.md', 'Rename it with a date and a few words, for example 2020-07-30-first-metal.md.'],
  ['2024/con', 'Rename it with a date and a few words, for example 2020-07-30-first-metal.md.'],
])('idFault() says of %s what to rename it to', (id, hint) => {
  expect(idFault(id)?.hint).toBe(hint);
});
