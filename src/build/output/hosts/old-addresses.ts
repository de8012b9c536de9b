import { aliasSpellings } from '../../../archive/alias-spellings.ts';
import { compareText } from '../../../text/compare-text.ts';
import type { Site } from '../../site.ts';

/** An old address and where it leads to. */
interface OldAddress {
  /** Path below the base path, without the slash before it: percent-encoded, and with its letters as they are. */
  readonly encoded: string;
  readonly plain: string;
  /** Path of the release, percent-encoded. */
  readonly target: string;
}

/** The old addresses of all releases in the order of code units. */
export function oldAddresses({ archive, urls }: Pick<Site, 'archive' | 'urls'>): OldAddress[] {
  return archive.releases
    .flatMap((release) =>
      (release.aliases ?? []).map((alias) => {
        const { encoded, plain } = aliasSpellings(alias);
        return { encoded: encoded.slice(1), plain: plain.slice(1), target: urls.release(release.id) };
      }),
    )
    .toSorted((a, b) => compareText(a.encoded, b.encoded));
}

/** A path with every escape of UTF-8 decoded, as servers compare it; `undefined` for one in another encoding. */
export function decodedPath(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}
