import { expect, test } from 'vitest';
import { guess } from '../../../src/importers/guess/guess.ts';
import { extractOf } from './extract-of.ts';

const typesOf = (...texts: string[]) => guess(extractOf(texts), { today: '2026-11-23' }).types?.value;

test.each([
  ['Appendix 2A – Application for quotation of securities', 'issued-capital'],
  ['Application for quotation of securities - XMX', 'issued-capital'],
  ['Appendix 3B – Proposed issue of securities', 'appendix-3b'],
  ['Appendix 3G', 'issued-capital'],
  ['Notification of cessation of securities', 'issued-capital'],
  ['Appendix 4G and Corporate Governance Statement', 'appendix-4g'],
  ['Initial Director’s Interest Notice', 'initial-directors-interest-notice'],
  ['Appendix 3Y', 'change-of-directors-interest-notice'],
  ['Final Director’s Interest Notice - J Bloggs', 'final-directors-interest-notice'],
  ['Quarterly Appendix 4C Cash Flow Report', 'quarterly-cash-flow-report'],
  ['Appendix 5B', 'quarterly-cash-flow-report'],
  ['Appendix 4D and Half Year Accounts', 'half-yearly-report'],
  ['Appendix 4E Preliminary Final Report', 'preliminary-final-report'],
  ['Form 603 – Example Minerals', 'becoming-a-substantial-holder'],
  ['Notice of initial substantial holder', 'becoming-a-substantial-holder'],
  ['Change in substantial holding', 'change-in-substantial-holding'],
  ['Form 605', 'ceasing-to-be-a-substantial-holder'],
  ['Notice of 2026 Annual General Meeting', 'notice-of-annual-general-meeting'],
  ['Notice of General Meeting/Proxy Form', 'notice-of-general-meeting'],
  ['Notice of Extraordinary General Meeting', 'notice-of-extraordinary-general-meeting'],
  ['Results of 2026 Annual General Meeting', 'results-of-meeting'],
  ['Results of Meeting', 'results-of-meeting'],
  ['Response to ASX Price Query', 'response-to-asx-query'],
  ['Response to Price and Volume Query', 'response-to-asx-query'],
  ['Securities Trading Policy', 'trading-policy'],
])('guess() knows the type of %j', (title, type) => {
  expect(typesOf('ASX Announcement', title, 'Text.')).toEqual([type]);
});

test('guess() takes the type of the form that names itself below a headline of the company’s own', () => {
  expect(typesOf('New holder on the register', 'Form 603', 'Text.')).toEqual(['becoming-a-substantial-holder']);
  expect(typesOf('Update of the programme', 'Appendix 3Y', 'Form 604')).toBeUndefined();
});
