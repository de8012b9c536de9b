import { postHtml } from './post-lines.ts';

/**
 * Words in square brackets that WordPress or its plug-ins would replace; what stands between two of them stays, and so do the
 * addresses of files in them. A text without paragraphs gets them from its empty lines, as WordPress shows it.
 */
export function withoutShortcodes(content: string): { html: string; files: string[]; notes: string[] } {
  const names = new Set<string>();
  const files: string[] = [];
  const html = content.replace(
    /\[(\/?)([a-z][\w-]*)((?:\s[^\][<>]*)?)\/?\]/g,
    (whole, close: string, name: string, rest: string) => {
      if (close === '' && !/[="]/.test(rest) && !content.includes(`[/${name}]`) && !KNOWN.test(name)) return whole;
      names.add(name);
      for (const [address] of rest.matchAll(/https?:\/\/[^\s"'\][<>]+/g)) files.push(address);
      return '';
    },
  );
  // Of these the site itself makes what they show.
  for (const [, name = ''] of content.matchAll(/<!--\s*wp:([\w/-]+)(?:\s[^>]*)?\/-->/g))
    if (!/^(?:spacer|separator|more|nextpage)$/.test(name)) names.add(`wp:${name}`);
  const paragraphs = /<(?:p|div|h\d|ul|ol|table)\b|<!-- wp:/i.test(html)
    ? postHtml(html)
    : html
        .split(/\n\s*\n/)
        .map((part) => `<p>${part.trim().replaceAll('\n', '<br>')}</p>`)
        .join('');
  return {
    html: paragraphs,
    files,
    notes:
      names.size > 0
        ? [`Left out the shortcodes of WordPress: ${[...names].join(', ')}; compare with the old page.`]
        : [],
  };
}

const KNOWN = /^(?:gallery|caption|embed|audio|video|playlist|contact-form(?:-7)?)$/;
