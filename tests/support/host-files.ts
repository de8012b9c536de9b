/**
 * A host that reads `_headers` and `_redirects`. The two match paths differently:
 * Cloudflare Pages as https://developers.cloudflare.com/pages/configuration/headers/ says,
 * Netlify as its own package `@netlify/headers-parser` does.
 * A line that a host would skip without a word is an exception here, so that a test notices it.
 */
export type Host = (typeof HOSTS)[number];

export const HOSTS = ['Cloudflare Pages', 'Netlify'] as const;

export interface HeaderRule {
  readonly matches: Pattern;
  /** Name in lower case and value, or no value where the rule takes the header away. */
  readonly headers: readonly (readonly [name: string, value: string | undefined])[];
}

export interface Redirect {
  readonly matches: Pattern;
  readonly to: string;
  readonly status: number;
}

/** Reads `_headers`: a path at the line's start, then its headers, indented; for Cloudflare `! Name` takes one away. */
export function parseHeaders(text: string, host: Host): readonly HeaderRule[] {
  const rules: { matches: Pattern; headers: [string, string | undefined][] }[] = [];
  for (const line of meaningfulLines(text)) {
    if (!/^\s/.test(line)) {
      rules.push({ matches: PATTERNS[host](line.trim()), headers: [] });
      continue;
    }
    const removed = host === 'Netlify' ? undefined : /^\s+! *([\w-]+)\s*$/.exec(line)?.[1];
    const [, name, value] = /^\s+([\w-]+):\s*(.*?)\s*$/.exec(line) ?? [];
    const header = removed ?? name;
    const rule = rules.at(-1);
    if (header === undefined || !rule) throw new Error(`_headers holds a line that hosts skip: ${line.trim()}`);
    rule.headers.push([header.toLowerCase(), value]);
  }
  return rules;
}

/** The headers of a path: every matching rule counts, and values of one name are joined by a comma. */
export function headersFor(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const result: Record<string, string> = {};
  const matching = rules.filter((rule) => rule.matches(path) !== undefined);
  for (const [name, value] of matching.flatMap((rule) => rule.headers)) {
    if (value === undefined) delete result[name];
    else result[name] = name in result ? `${result[name]}, ${value}` : value;
  }
  return result;
}

/** Reads `_redirects`: `from to status`, one a line; 302 where no status stands. Its paths are read as Cloudflare does. */
export function parseRedirects(text: string): readonly Redirect[] {
  return meaningfulLines(text).map((line) => {
    const [from, to, status = '302', ...more] = line.trim().split(/\s+/);
    if (!from?.startsWith('/') || !to || !/^30[12378]$/.test(status) || (more[0] ?? '#')[0] !== '#') {
      throw new Error(`_redirects holds a line that hosts skip: ${line.trim()}`);
    }
    return { matches: cloudflarePattern(from), to, status: Number(status) };
  });
}

/** Where a path leads by the first rule that matches it, `:splat` and named parts filled in. */
export function redirectFor(rules: readonly Redirect[], path: string): { to: string; status: number } | undefined {
  for (const { matches, to, status } of rules) {
    const parts = matches(path);
    if (parts) return { to: to.replace(/:([a-z]\w*)/gi, (written, name: string) => parts[name] ?? written), status };
  }
  return undefined;
}

type Pattern = (path: string) => Readonly<Record<string, string>> | undefined;

const PATTERNS: Readonly<Record<Host, (written: string) => Pattern>> = {
  'Cloudflare Pages': cloudflarePattern,
  Netlify: netlifyPattern,
};

/** `*` stands for anything and is called `splat`; `:name` stands for one segment of a path. */
function cloudflarePattern(written: string): Pattern {
  const source = written
    .split(/(\*|:[a-z]\w*)/i)
    .map((part) => {
      if (part === '*') return '(?<splat>.*)';
      return part.startsWith(':') ? `(?<${part.slice(1)}>[^/]+)` : escaped(part);
    })
    .join('');
  const expression = new RegExp(`^${source}$`);
  return (path) => {
    const match = expression.exec(path);
    return match ? { ...match.groups } : undefined;
  };
}

/**
 * Letter case does not matter, nor does a slash at the path's end. A segment `*` stands for anything, the slash before it
 * may be missing; beside other characters `*` stands for anything too, and a dot there for any one character.
 * A segment that begins with `:` stands for one segment.
 */
function netlifyPattern(written: string): Pattern {
  const segments = written.split('/').flatMap((segment) => {
    if (segment === '') return [];
    if (segment.startsWith(':')) return ['[^/]+'];
    if (segment === '*') return ['?.*'];
    return [segment.includes('*') ? segment.replaceAll('*', '.*') : escaped(segment)];
  });
  const expression = new RegExp(`^/${segments.join('/')}/?$`, 'iu');
  return (path) => (expression.test(path) ? {} : undefined);
}

function escaped(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
}

function meaningfulLines(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));
}
