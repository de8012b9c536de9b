import { z } from 'zod';
import { parseSettings } from '../../archive/settings.ts';
import { writeNewFile } from '../store/new-file.ts';
import type { Desk } from '../desk.ts';
import { Refused } from '../read-request.ts';

export const beginRequest = z.object({ company: z.string(), code: z.string(), site: z.string() });

/** Writes `archive.yml` of a new archive. Throws `Refused` with what is wrong with an answer. */
export function begin({ place }: Desk, answers: z.output<typeof beginRequest>): void {
  const company = answers.company.trim();
  const code = answers.code.trim().toUpperCase();
  const site = answers.site.trim();
  if (company === '') throw new Refused(422, 'Write the company’s name.');
  const text = `${site === '' ? '' : `site: ${JSON.stringify(site)}\n`}companies:\n  - code: ${JSON.stringify(code)}\n    name: ${JSON.stringify(company)}\n`;
  const [problem] = parseSettings('archive.yml', text).problems;
  if (problem) throw new Refused(422, `${problem.message} ${problem.hint}`);
  if (!writeNewFile(place.root, 'archive.yml', text)) throw new Refused(409, 'The archive was begun already.');
}
