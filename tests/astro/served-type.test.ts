import { expect, test } from 'vitest';
import { servedType } from '../../src/astro/served-type.ts';

test.each([
  ['SHA256SUMS.sig', 'text/plain; charset=utf-8'],
  ['archive/allowed_signers', 'text/plain; charset=utf-8'],
  ['feed.json', 'application/feed+json; charset=utf-8'],
  ['_headers', 'text/plain; charset=utf-8'],
  ['favicon.svg', 'image/svg+xml'],
  ['releases/a.md', 'text/markdown; charset=utf-8'],
  ['releases/a/b.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['releases/a/b.PDF', 'application/pdf'],
  ['pagefind/x.pf_index', 'application/octet-stream'],
])('servedType() tells what %s is', (below, type) => {
  expect(servedType(below)).toBe(type);
});
