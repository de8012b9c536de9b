import type { Archive } from '../archive/archive.ts';
import type { CompanySettings } from '../archive/settings-schema.ts';
import type { Urls } from '../archive/urls.ts';
import type { Release } from '../release/schema.ts';
import { escapeMarkup } from '../text/markup.ts';
import { memoised } from '../text/memoised.ts';
import { extentOf } from './extent.ts';

/** A preview picture: the company's code, or `site`, and the picture as SVG. */
interface Card {
  readonly name: string;
  readonly svg: string;
}

interface CardSource {
  readonly archive: Archive;
  readonly title: string;
  /** The logo of `archive.yml` as a `data:` address. */
  readonly logo?: string | undefined;
}

/** The most companies that have pictures of their own: a picture takes a twentieth of a second and 20 KB. */
const MOST_COMPANIES = 100;

/** One preview picture for the site, and one for each company that `archive.yml` names, those with most releases first. */
export function cards({ archive, title, logo }: CardSource): Card[] {
  const { notice } = archive.settings;
  return [
    { name: 'site', svg: cardSvg(title, extentOf(archive), notice, logo) },
    ...companiesWithCards(archive).map((company) => ({
      name: company.code.toLowerCase(),
      svg: cardSvg(company.name, `ASX:${company.code} · ${title}`, notice, logo),
    })),
  ];
}

/** The address of the picture for a release: that of its lodging company, where it has one. */
export function cardOf(release: Release, archive: Archive, urls: Urls): string {
  return companyCard(archive.companyOf(release).code, archive, urls);
}

/** The address of a company's picture, by the code of today; the site's where it has none. */
export function companyCard(code: string, archive: Archive, urls: Urls): string {
  const own = companiesWithCards(archive).some((company) => company.code === code);
  return urls.card(own ? code : 'site');
}

const companiesWithCards = memoised((archive: Archive): readonly CompanySettings[] => {
  const named = new Set((archive.settings.companies ?? []).map(({ code }) => code));
  return archive.companies
    .filter(({ company }) => named.has(company.code))
    .toSorted((a, b) => b.releases.length - a.releases.length)
    .slice(0, MOST_COMPANIES)
    .map(({ company }) => company);
});

/** A quiet picture of 1,200 by 630: a large name, a line below it, and a notice such as "This company is fictional". */
function cardSvg(name: string, below: string, notice: string | undefined, logo: string | undefined): string {
  const size = name.length <= 24 ? 84 : name.length <= 60 ? 68 : 52;
  const lines = wrap(name, Math.floor(1040 / (size * 0.68)), 4);
  const top = 330 - ((lines.length - 1) * size * 1.2) / 2;
  const text = (line: string, y: number, attributes: string): string =>
    `<text x="80" y="${y}" font-family="DejaVu Sans" ${attributes}>${escapeMarkup(line)}</text>`;
  const small = wrap(below, 60, 2).map((line, index) => text(line, 488 + index * 36, 'font-size="28" fill="#444"'));
  const said = notice === undefined ? [] : wrap(notice, 70, 2);
  const mark =
    logo === undefined
      ? '<rect x="80" y="90" width="120" height="10" fill="#1c3d5a"/>'
      : `<image x="80" y="60" width="480" height="110" preserveAspectRatio="xMinYMid meet" href="${escapeMarkup(logo)}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">
<rect width="1200" height="630" fill="#fbfaf7"/>${mark}
${lines.map((line, index) => text(line, Math.round(top + index * size * 1.2), `font-size="${size}" font-weight="bold" fill="#1a1a1a"`)).join('\n')}
${[...small, ...said.map((line, index) => text(line, 568 + index * 30, 'font-size="24" fill="#444"'))].join('\n')}
</svg>`;
}

/** A text in lines of some characters, the last with `…` where more would follow. */
function wrap(text: string, width: number, most: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) ?? '';
    if (last === '' || last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`.trim();
    else lines.push(word);
  }
  const shown = lines
    .slice(0, most)
    .map((line) => (line.length <= width ? line : `${line.slice(0, width - 1).toWellFormed()}…`));
  if (lines.length > most)
    shown[most - 1] = `${(shown[most - 1] ?? '').slice(0, width - 1).replace(/[\s.,;]+$/, '')} …`;
  return shown;
}
