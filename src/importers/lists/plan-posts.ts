import { ending, mediaType } from '../../release/file-name.ts';
import { isWebAddress } from '../../release/field-kinds.ts';
import { idOf } from '../../release/naming.ts';
import { readSydneyDate } from '../../release/sydney-time.ts';
import { nearestType } from '../../release/types.ts';
import { aliasFinding } from '../../release/value-findings.ts';
import { decodeWhole } from '../../text/decode-escapes.ts';
import { nextId, type ArchivePlan, type PlannedRelease, type RowFinding } from '../csv/archive-plan.ts';
import type { Post, Posts } from './post.ts';

/** Plans a release for each post: its day in Sydney, its old address as an alias, and the files that its text links to. */
export function planPosts({ posts, leftOut }: Posts, code: readonly string[] | undefined, today: string): ArchivePlan {
  const findings: RowFinding[] = [];
  const releases: PlannedRelease[] = [];
  const taken = new Map<string, number>();
  const numbers = new Map<string, number>();
  for (const post of posts) {
    const stop = (rule: string, message: string, hint: string) =>
      findings.push({ line: post.number, stops: true, rule, message, hint });
    const title = post.title.replace(/\s+/g, ' ').trim();
    if (title === '') {
      stop('post-title-missing', 'The post has no title.', 'Copy it into a web page or text by hand, and import that.');
      continue;
    }
    const read = post.date === undefined ? undefined : readSydneyDate(post.date);
    if (!read || 'finding' in read || read.date.day > today) {
      const written =
        post.date === undefined
          ? 'does not say when it was published'
          : `has the date ${post.date}, which is none that it could have been announced at`;
      stop(
        'post-date',
        `The post “${title}” ${written}.`,
        'Copy it into a web page or text by hand, and import that with --date.',
      );
      continue;
    }
    const key = JSON.stringify([title.toLowerCase(), read.date.instant, post.url]);
    const former = numbers.get(key);
    if (former === undefined) numbers.set(key, post.number);
    else
      findings.push({
        line: post.number,
        stops: false,
        rule: 'post-twice',
        message: `The title, the date and the address of “${title}” are those of entry ${former}; a second draft was made.`,
        hint: 'Delete one of the two drafts.',
      });
    releases.push({
      ...releaseOf(post, code),
      line: post.number,
      id: nextId(idOf(read.date.day, title), taken),
      title,
      date: read.date,
    });
  }
  return { releases, findings, columns: leftOut };
}

function releaseOf(
  post: Post,
  code: readonly string[] | undefined,
): Omit<PlannedRelease, 'line' | 'id' | 'title' | 'date'> {
  const { url, html, categories } = post;
  const types = categories.flatMap((name) => {
    const near = nearestType(name);
    return near && near.name.toLowerCase() === name.toLowerCase() ? [near.slug] : [];
  });
  const others = categories.filter((name) => nearestType(name)?.name.toLowerCase() !== name.toLowerCase());
  const address = url !== undefined && isWebAddress(url) ? url : undefined;
  const alias = address === undefined ? undefined : aliasOf(address);
  const own = withPicturesBeside(html, address);
  return {
    ...(code ? { code } : {}),
    types: [...new Set(types)],
    document: {
      name: 'post.html',
      bytes: new TextEncoder().encode(
        `<!doctype html><html><head><meta charset="utf-8"></head><body><main>${own}</main></body></html>`,
      ),
    },
    linked: linkedFiles(html, post.files, address),
    fields: {
      ...(address === undefined ? {} : { source: { url: address } }),
      ...(alias === undefined ? {} : { aliases: [alias] }),
    },
    notes: [
      ...post.notes,
      ...(others.length > 0
        ? [`Categories and tags that are no announcement types were left out: ${others.join(', ')}.`]
        : []),
      ...(address !== undefined && alias === undefined
        ? [`The old address ${address} cannot lead to the release; set up a redirect at the host.`]
        : []),
    ],
  };
}

/** The path of an address, when a static host can lead on from it. */
function aliasOf(address: string): string | undefined {
  const { pathname, search } = new URL(address);
  return search === '' && pathname !== '/' && aliasFinding(pathname) === undefined ? pathname : undefined;
}

/** The HTML with the pictures of its own site by their paths below the export's folder: they may lie there. */
function withPicturesBeside(html: string, base: string | undefined): string {
  return html.replace(/(<img\b[^>]*?\ssrc\s*=\s*)("[^"]*"|'[^']*')/gi, (whole, before: string, quoted: string) => {
    const written = quoted.slice(1, -1).replaceAll('&amp;', '&').trim();
    if (base === undefined || /^data:/i.test(written) || !URL.canParse(written, base)) return whole;
    const { host, pathname } = new URL(written, base);
    const isOwn = host.replace(/^www\./, '') === new URL(base).host.replace(/^www\./, '');
    return isOwn && mediaType(pathname) !== undefined ? `${before}"${pathname.replace(/^\/+/, '')}"` : whole;
  });
}

/** Files of a kind that may be published, to which a text links; each may lie beside the export under the end of its path. */
function linkedFiles(
  html: string,
  more: readonly string[],
  base: string | undefined,
): { url: string; paths: string[] }[] {
  const found = [...html.matchAll(/<a\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map(([, a, b]) =>
    (a ?? b ?? '').replaceAll('&amp;', '&'),
  );
  const files = new Map<string, string[]>();
  const shown = new Set(
    [...html.matchAll(/<img\b[^>]*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map(([, a, b]) =>
      wholePicture(a ?? b ?? ''),
    ),
  );
  for (const href of [...found, ...more]) {
    // A picture in the text leads to itself in full size.
    if (!URL.canParse(href, base) || shown.has(wholePicture(href))) continue;
    const { href: url, pathname } = new URL(href, base);
    if (mediaType(pathname) === undefined || ending(pathname) === '') continue;
    const parts = (decodeWhole(pathname) ?? pathname)
      .split('/')
      .filter((part) => part !== '' && part !== '..' && part !== '.');
    files.set(
      url,
      parts.map((_, from) => parts.slice(from).join('/')),
    );
  }
  return [...files].map(([url, paths]) => ({ url, paths }));
}

/** The address of a picture without the size that WordPress gives it: `mill-300x200.png` is `mill.png`. */
function wholePicture(address: string): string {
  return address.replaceAll('&amp;', '&').replace(/-\d+x\d+(?=\.\w+$)/, '');
}
