import { expect, test } from 'vitest';
import { readFacts, writeFacts } from '../../../src/search/record/facts.ts';
import { record } from '../records.ts';

test('readFacts() gives back what writeFacts() was given', () => {
  const whole = record({
    id: 'a',
    date: { day: '2020-07-30', time: '09:15' },
    codes: ['XMX', 'EXM'],
    types: [{ slug: 'placement', name: 'Placement', group: 'issued-capital' }],
    correctedBy: ['retraction'],
    corrects: ['correction', 'clarification'],
  });
  expect(readFacts(writeFacts(whole))).toEqual({
    day: '2020-07-30',
    time: '09:15',
    codes: ['XMX', 'EXM'],
    types: ['placement'],
    language: 'en-AU',
    correctedBy: ['retraction'],
    corrects: ['correction', 'clarification'],
  });
});

test('readFacts() leaves out a time that is not recorded', () => {
  expect(readFacts(writeFacts(record({ id: 'a' })))).not.toHaveProperty('time');
});
