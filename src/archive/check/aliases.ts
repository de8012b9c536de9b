import { compareText } from '../../text/compare-text.ts';
import { decodeEscapes } from '../../text/decode-escapes.ts';
import { quote } from '../../text/quote.ts';
import type { Finding, Problem } from '../../release/problem.ts';
import type { Release, WholeDraft } from '../../release/schema.ts';
import { aliasFile } from '../alias-file.ts';
import { addressPath, segmentPaths, type SitePages } from './addresses.ts';
import { fold } from './attachments.ts';
import type { ReleaseCheck, CheckContext } from './context.ts';

/** An alias must mean one address to every host, and must not stand where the site has a page. */
export function checkAliases({ release, context, report }: ReleaseCheck<WholeDraft>, pages: SitePages): void {
  // Of a release that is not in the folder yet the others are asked here; of all that are, `aliasProblems` tells it once.
  const others = context.known.has(release.id) ? [] : [...context.known.values()];
  (release.aliases ?? []).forEach((alias, index) => {
    const owner = others.find(({ aliases = [] }) => aliases.some((one) => addressPath(one) === addressPath(alias)));
    const finding = aloneWrong(alias, release.id, pages) ?? (owner && givenTwice(alias, owner.id));
    if (finding) report(`aliases.${index}`, 'error', finding);
  });
}

/** Of all releases together, an alias must be given once, and a page must not be a folder of others. */
export function aliasProblems({ folder }: CheckContext, pages: SitePages): Problem[] {
  const owners = new Map<string, string>();
  const releases = folder.releases.toSorted((a, b) => compareText(a.id, b.id));
  const files = releases.flatMap((release) => (release.aliases ?? []).flatMap((alias) => aliasFile(alias) ?? []));
  const folders = new Set(files.flatMap((file) => segmentPaths(fold(file)).slice(0, -1)));
  const judge = (alias: string, release: Release): Finding | undefined => {
    if (aloneWrong(alias, release.id, pages)) return undefined;
    const plain = addressPath(alias);
    const owner = owners.get(plain);
    owners.set(plain, release.id);
    if (owner !== undefined) return givenTwice(alias, owner);
    const file = aliasFile(alias);
    if (file === undefined || !folders.has(fold(file))) return undefined;
    return {
      rule: 'alias-taken',
      message: `The old address ${quote(alias)} is a page, and another alias lies below it as if it were a folder.`,
      hint: 'Take one of the two out.',
    };
  };
  return releases.flatMap((release) =>
    (release.aliases ?? []).flatMap((alias, index) => {
      const field = `aliases.${index}`;
      const finding = judge(alias, release);
      if (!finding) return [];
      const place = { file: folder.fileOf(release.id), line: folder.lineOf(release.id, field), field };
      return [{ ...place, severity: 'error' as const, ...finding }];
    }),
  );
}

/** What is wrong with an alias whatever other releases say. */
function aloneWrong(alias: string, id: string, pages: SitePages): Finding | undefined {
  // In a line of `_redirects` these stand for any text, and would lead other addresses astray; a line for hosts that decode
  // has them however the alias is spelled.
  if (/\*|:[A-Za-z]/.test(decodeEscapes(alias))) {
    return {
      rule: 'alias-pattern',
      message: `Hosts take the old address ${quote(alias)} for a pattern, because of its * or of a colon before a letter.`,
      hint: 'Take it out, and set up this one redirect at the host.',
    };
  }
  const conflict = pages.conflict(alias, id);
  if (conflict === undefined) return undefined;
  return {
    rule: 'alias-taken',
    message: `The old address ${quote(alias)} ${conflict}.`,
    hint: 'Take it out; aliases are for addresses that the site no longer has.',
  };
}

function givenTwice(alias: string, owner: string): Finding {
  return {
    rule: 'alias-duplicate',
    message: `The old address ${quote(alias)} is also given by ${quote(owner)}.`,
    hint: 'Keep it in the release to which it led.',
  };
}
