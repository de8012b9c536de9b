import { expect, test } from 'vitest';
import { entryId, uuidV5 } from '../../src/release/entry-id.ts';

test('uuidV5() makes the example of RFC 9562, appendix A.4', () => {
  expect(uuidV5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
    '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  );
});

test('entryId() is for ever what readers have stored', () => {
  expect(entryId('XMX', '2020/2020-07-30-first-metal')).toBe('urn:uuid:dc8a2a1f-1610-5484-8b92-a5c8e2c31461');
  expect(entryId('1E5', '2021/results-v1.2')).toBe('urn:uuid:cc30504e-e34b-548f-9ffa-5b028f2672de');
});
