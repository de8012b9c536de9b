import { isWebAddress } from '../release/field-kinds.ts';
import { quote } from '../text/quote.ts';
import type { Finding } from '../release/problem.ts';

/** Where a site lies. */
interface SiteLocation {
  /** `https://example.com` */
  readonly origin: string;
  /** Path under which it lies, `/` or `/investors/archive/`. */
  readonly base: string;
}

/**
 * Reads the whole address of a site, such as `https://example.com/archive`: the one rule for `site` in `archive.yml` and for
 * the environment. What browsers and hosts would read otherwise than it is written is a finding.
 */
export function readSiteAddress(address: string): SiteLocation | { readonly finding: Finding } {
  if (!isWebAddress(address)) return { finding: notAnAddress(address) };
  const { origin, hostname } = new URL(address);
  // What the reader of addresses makes of the rest may differ from it: `/a/../b/` becomes `/b/`.
  const [, authority = '', path = ''] = /^https?:\/\/([^/?#]*)([^?#]*)/i.exec(address) ?? [];
  if (authority.includes('@') || /[?#]/.test(address)) {
    return {
      finding: {
        rule: 'site-malformed',
        message: `${quote(address)} cannot be the address of a site, because of its ${authority.includes('@') ? 'user name' : '? or #'}.`,
        hint: 'Write the address without it, for example https://example.com/investors/archive/.',
      },
    };
  }
  if (!HOST.test(hostname)) {
    return {
      finding: {
        rule: 'site-malformed',
        message: `${quote(address)} cannot be the address of a site: ${quote(hostname)} is not the name of a host.`,
        hint: 'Write the domain at which the site is published, for example https://announcements.example.com/.',
      },
    };
  }
  const read = readBasePath(path);
  return 'finding' in read ? read : { origin, base: read.base };
}

/** Reads the path under which a site lies; slashes around it may be missing. */
export function readBasePath(path: string): { readonly base: string } | { readonly finding: Finding } {
  const base = `/${path}/`.replace(/\/{2,}/g, '/');
  if (/^\/(?:(?!\.{1,2}\/)[\w.~-]+\/)*$/.test(base)) return { base };
  return {
    finding: {
      rule: 'site-malformed',
      message: `${quote(path)} cannot be the path of a site: hosts write some of its characters in several ways.`,
      hint: 'Use letters, digits, - and _, for example /investors/archive/.',
    },
  };
}

/** Names of letters, digits and hyphens, or an address in square brackets; what browsers make of other scripts is one too. */
const HOST = /^(?:(?:[a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}\.?|\[[0-9a-f:.]+\])$/;

function notAnAddress(address: string): Finding {
  return {
    rule: 'url-malformed',
    message: `${quote(address)} is not the address of a site.`,
    hint: 'Write it in full, for example https://example.com/archive/.',
  };
}
