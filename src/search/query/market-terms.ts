import { foldWord } from '../record/words.ts';

/**
 * What the market calls things: each line holds names of one thing, any of which finds the others. An archive adds its own under
 * `synonyms`. `types` are the slugs of what is lodged under them.
 */
export interface MarketTerm {
  /** The last that is no other way to write what was typed is what it is called. */
  readonly names: readonly string[];
  /** Names that find what they stand beside, and are not found by it: an interim report is one, half a year is not. */
  readonly loosely?: readonly string[];
  readonly types?: readonly string[];
  /** Its words mean it only together: the results of a year are not those of its annual meeting. */
  readonly isWhole?: true;
}

export const marketTerms: readonly MarketTerm[] = [
  form('3y', "Change of Director's Interest Notice", [], ["director's interest"]),
  form('3x', "Initial Director's Interest Notice", [], ["director's interest"]),
  form('3z', "Final Director's Interest Notice", [], ["director's interest"]),
  form('2a', 'Application for quotation of securities', ['issued-capital-other'], ['quotation of securities']),
  form('3b', 'Proposed issue of securities', ['appendix-3b'], ['proposed issue']),
  form(
    '3g',
    'Notification of issue, conversion or payment up of unquoted equity securities',
    [],
    ['unquoted securities'],
  ),
  form('3h', 'Notification of cessation of securities', [], ['cessation of securities']),
  form('3c', 'Announcement of buy-back', ['market-buy-back'], ['buy-back', 'buyback']),
  // 3D alone is what has three dimensions.
  { names: ['appendix 3d', 'Changes relating to buy-back'], loosely: ['buy-back', 'buyback'] },
  form('3e', 'Daily share buy-back notice', [], ['buy-back', 'buyback']),
  form('3f', 'Final share buy-back notice', [], ['buy-back', 'buyback']),
  form('4c', 'Quarterly cash flow report', [], ['cash flow report', 'quarterly cash flow']),
  form(
    '5b',
    'Mining exploration entity quarterly cash flow report',
    ['quarterly-cash-flow-report'],
    ['quarterly cash flow'],
  ),
  form(
    '4d',
    'Half year report',
    ['half-yearly-report', 'half-year-accounts'],
    ['half yearly report', 'half year accounts'],
  ),
  form('4e', 'Preliminary final report', ['full-year-accounts'], ['full year results', 'full year accounts']),
  form('4g', 'Corporate governance statement', ['corporate-governance'], ['key to disclosures']),
  form('3a.1', 'Notification of dividend', ['dividend-rate'], ['dividend', 'distribution']),
  numbered('603', 'Becoming a substantial holder', 'initial substantial holder'),
  numbered('604', 'Change in substantial holding', 'change of substantial holding'),
  numbered('605', 'Ceasing to be a substantial holder', 'ceasing substantial holder'),
  {
    names: ['substantial shareholder', 'substantial holder'],
    loosely: ['substantial holding', 'substantial shareholding'],
  },
  {
    names: ['agm', 'annual general meeting'],
    loosely: ['annual meeting'],
    types: ['notice-of-annual-general-meeting', 'results-of-meeting'],
  },
  {
    names: ['egm', 'extraordinary general meeting'],
    loosely: ['general meeting'],
    types: ['notice-of-extraordinary-general-meeting', 'results-of-meeting'],
  },
  { names: ['spp', 'security purchase plan', 'share purchase plan'], types: ['security-purchase-plan'] },
  {
    names: ['drp', 'distribution reinvestment plan', 'dividend reinvestment plan'],
    types: ['dividend-reinvestment-plan'],
  },
  { names: ['ceo', 'chief executive officer'], loosely: ['chief executive'] },
  { names: ['cfo', 'chief financial officer'] },
  { names: ['coo', 'chief operating officer'] },
  { names: ['cto', 'chief technology officer'] },
  { names: ['md', 'managing director'] },
  { names: ['ned', 'non-executive director'] },
  { names: ['cosec', 'company secretary'] },
  { names: ['cps', 'cents per share'] },
  { names: ['eps', 'earnings per share'] },
  { names: ['dps', 'dividend per share'] },
  { names: ['nta', 'net tangible asset backing', 'net tangible assets'] },
  { names: ['npat', 'net profit after tax'] },
  { names: ['jorc', 'joint ore reserves committee'] },
  { names: ['mre', 'mineral resource estimate'], loosely: ['resource estimate', 'mineral resource'] },
  { names: ['dfs', 'definitive feasibility study'], loosely: ['definitive feasibility'] },
  {
    names: ['pfs', 'preliminary feasibility study', 'prefeasibility study', 'pre-feasibility study'],
    loosely: ['pre-feasibility', 'prefeasibility'],
  },
  { names: ['bfs', 'bankable feasibility study'], loosely: ['bankable feasibility'] },
  { names: ['fid', 'final investment decision'] },
  { names: ['mou', 'memorandum of understanding'] },
  { names: ['jv', 'joint venture'] },
  { names: ['ipo', 'initial public offering'] },
  { names: ['asic', 'australian securities and investments commission'] },
  { names: ['m&a', 'mergers and acquisitions'] },
  { names: ['r&d', 'research and development'] },
  { names: ['esg', 'environmental, social and governance'] },
  { names: ['fda', 'food and drug administration'] },
  { names: ['tga', 'therapeutic goods administration'] },
  { names: ['ai', 'artificial intelligence'] },
  { names: ['cashflow', 'cash flow'] },
  { names: ['cybersecurity', 'cyber security'] },
  { names: ['healthcare', 'health care'] },
  { names: ['nonprofit', 'non profit', 'not for profit'] },
  { names: ['buyback', 'buy-back', 'buy back'] },
  { names: ['rights issue', 'entitlement offer'], loosely: ['rights offer'] },
  {
    names: ['708a', 's708a', 'section 708a', 'cleansing notice'],
    loosely: ['cleansing statement'],
    types: ['cleansing-notice'],
  },
  { names: ['takeover', 'take-over'] },
  { names: ['delisting', 'delisted', 'removal from official list'], types: ['removal-from-official-list'] },
  { names: ['offtake', 'off-take', 'off take'] },
  { names: ['drillhole', 'drill hole'] },
  {
    names: ['cap raise', 'cap raising', 'capital raising', 'capital raise', 'cash raise', 'equity raising'],
    loosely: ['placement', 'entitlement offer', 'equity raising'],
  },
  {
    names: ['interim results', 'interim report', 'interim accounts', 'interim financial report'],
    loosely: ['half year', 'half yearly'],
  },
  { names: ['halfyear', 'half year', 'half-year'], loosely: ['interim', '1h', 'half yearly'] },
  { names: ['fullyear', 'full year', 'full-year'], loosely: ['annual', 'final'] },
  {
    names: ['annual results', 'full year results'],
    loosely: ['full year', 'fullyear'],
    types: ['preliminary-final-report', 'full-year-accounts', 'annual-report'],
    isWhole: true,
  },
  {
    names: ['annual report'],
    loosely: ['annual accounts', 'annual financial report'],
    types: ['annual-report'],
    isWhole: true,
  },
  { names: ['quarterlies'], loosely: ['quarterly'] },
  { names: ['hy'], loosely: ['half year', 'half yearly'] },
  { names: ['chair'], loosely: ['chairman', 'chairperson', 'chairwoman'] },
  ...['chairman', 'chairperson', 'chairwoman'].map((name) => ({ names: [name], loosely: ['chair', 'chairman'] })),
  ...[
    ['au', 'gold'],
    ['ag', 'silver'],
    ['cu', 'copper'],
    ['ni', 'nickel'],
    ['zn', 'zinc'],
    ['li', 'lithium'],
    ['nd', 'neodymium'],
    ['pr', 'praseodymium'],
  ].map(([symbol = '', metal = '']) => ({ names: [symbol], loosely: [metal] })),
  { names: ['ree', 'rare earth elements', 'rare earths'] },
];

/** The names of one thing that people write alike, by their folded words, in no order. */
export function withSynonyms(synonyms: readonly (readonly string[])[]): readonly MarketTerm[] {
  return [...synonyms.map((names) => ({ names })), ...marketTerms];
}

/** A form of the Listing Rules. Its name may be that of a type. */
function form(number: string, name: string, types: readonly string[], loosely: readonly string[]): MarketTerm {
  return { names: [`appendix ${number}`, number, name], loosely, types: [foldWord(name), ...types] };
}

/** A form of the Corporations Act, whose name is that of a type. */
function numbered(number: string, name: string, other: string): MarketTerm {
  return { names: [`form ${number}`, number, name], loosely: [other], types: [foldWord(name)] };
}
