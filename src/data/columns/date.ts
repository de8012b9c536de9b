import { machineDate, zoneName } from '../../release/sydney-time.ts';
import { NOT_RECORDED, orNull, type Column } from './column.ts';

/** When it was released, in Sydney. */
export const dateColumns: readonly Column[] = [
  {
    name: 'date',
    type: 'day',
    meaning: 'The day in Sydney, YYYY-MM-DD.',
    value: ({ date }) => date.day,
  },
  {
    name: 'time',
    type: 'time',
    missing: NOT_RECORDED,
    meaning: 'The time in Sydney, HH:mm or HH:mm:ss.',
    value: ({ date }) => orNull(date.time),
  },
  {
    name: 'zone',
    type: 'text',
    missing: 'no time is recorded',
    meaning: 'AEST (UTC+10:00) or AEDT (UTC+11:00).',
    value: ({ date }) => (date.time === undefined ? null : zoneName(date)),
  },
  {
    name: 'moment',
    type: 'moment',
    missing: 'no time is recorded',
    meaning: 'Day, time and offset in one (ISO 8601), with seconds where they are recorded.',
    value: ({ date }) => (date.time === undefined ? null : machineDate(date)),
  },
];
