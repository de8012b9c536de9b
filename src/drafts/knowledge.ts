import { openReleases } from '../archive/read/open-releases.ts';
import type { Place } from '../archive/read/place.ts';
import type { Settings } from '../archive/settings-schema.ts';
import type { Knowledge } from '../importers/guess/guess.ts';
import { lodgingCode, type Release } from '../release/schema.ts';

/** What the archive knows that helps to guess; nothing where there is no archive yet. */
export function knowledgeOf(place: Place, today: string): Knowledge {
  const opened = openReleases(place);
  return 'fault' in opened ? { today } : knowledgeIn(opened.folder, today);
}

/** The same of an archive that was read already. */
function knowledgeIn(
  { settings, releases }: { readonly settings: Settings; readonly releases: readonly Release[] },
  today: string,
): Knowledge {
  const named = settings.companies ?? [];
  const companies = named.flatMap(({ code, name, former = [] }) => [
    { code, name },
    ...former.flatMap((entry) => (entry.name === undefined ? [] : [{ code: entry.code ?? code, name: entry.name }])),
  ]);
  const formerCodes = named.flatMap(({ former = [] }) => former.flatMap(({ code }) => code ?? []));
  // The codes of drafts are guesses themselves.
  const lodged = releases.filter((release) => release.draft !== true).map(lodgingCode);
  const current = new Set(named.length > 0 ? named.map(({ code }) => code) : lodged);
  const [only] = current;
  return {
    today,
    companies,
    codes: [...new Set([...current, ...formerCodes, ...lodged])],
    ...(current.size === 1 && only !== undefined ? { onlyCode: only } : {}),
  };
}
