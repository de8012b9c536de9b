/** A fictional company of the market. */
export interface Company {
  readonly code: string;
  readonly name: string;
  /** How much of the market's announcements are its own. */
  readonly weight: number;
  /** What it says of itself at the end of longer releases. */
  readonly about: string;
}

const UNTIL = '2008-11-28';

/** The companies; Example Minerals was listed under another code until the end of November 2008. */
export const companies: readonly Company[] = [
  {
    code: 'XMX',
    name: 'Example Minerals Limited',
    weight: 5,
    about: about('Example Minerals', 'copper and rare earth'),
  },
  { code: 'XZX', name: 'Sample Metals Limited', weight: 4, about: about('Sample Metals', 'gold and silver') },
  { code: 'ZZM', name: 'Specimen Zircon Limited', weight: 3, about: about('Specimen Zircon', 'mineral sands') },
  { code: 'QQX', name: 'Placeholder Resources Limited', weight: 2, about: about('Placeholder', 'lithium and nickel') },
  { code: 'XQM', name: 'Quarterly Mining Limited', weight: 1, about: about('Quarterly Mining', 'graphite') },
];

/** The code under which a company announced on a day, `YYYY-MM-DD`. */
export function codeOn({ code }: Company, day: string): string {
  return code === 'XMX' && day <= UNTIL ? 'EXM' : code;
}

/** The `archive.yml` of a market whose first releases are of the given year. */
export function archiveSettings(firstYear: number): string {
  const entries = companies.map(({ code, name }) => `  - code: ${code}\n    name: ${name}\n`);
  const former = `    former:\n      - name: Example Exploration Limited\n        code: EXM\n        until: ${UNTIL}\n`;
  const [first = '', ...others] = entries;
  return `title: Announcements of a fictional market
description: Made-up announcements of fictional companies, for measuring.
notice: All companies here are fictional, and all announcements were made up by a program.
site: https://announcements.example.com/
coverage:
  listedSince: ${firstYear}-01-01
companies:
${first}${former}${others.join('')}`;
}

function about(name: string, goods: string): string {
  return `${name} is an explorer and developer of ${goods} projects in Western Australia and Queensland. The company is made up, as are its projects, its people and all of its figures. It keeps its tenements in good standing, works with the traditional owners of the land, and reports under the rules of the exchange. Further information stands on the website of the company at [example.com](https://example.com/).`;
}
