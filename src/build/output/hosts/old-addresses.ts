import { aliasSpellings } from '../../../archive/alias-spellings.ts';
import { compareText } from '../../../text/compare-text.ts';
import { decodeWhole } from '../../../text/decode-escapes.ts';
import type { Site } from '../../site.ts';

/** An old address and where it leads to. */
interface OldAddress {
  /** Path below the base path, without the slash before it, percent-encoded. */
  readonly encoded: string;
  /** The same with every escape decoded, as servers compare it; `undefined` for one in another encoding than UTF-8. */
  readonly decoded: string | undefined;
  /** Path of the release, percent-encoded. */
  readonly target: string;
}

/** The old addresses of all releases in the order of code units. */
export function oldAddresses({ archive, urls }: Pick<Site, 'archive' | 'urls'>): OldAddress[] {
  return archive.releases
    .flatMap((release) =>
      (release.aliases ?? []).map((alias) => {
        const encoded = aliasSpellings(alias).encoded.slice(1);
        return { encoded, decoded: decodeWhole(encoded), target: urls.release(release.id) };
      }),
    )
    .toSorted((a, b) => compareText(a.encoded, b.encoded));
}
