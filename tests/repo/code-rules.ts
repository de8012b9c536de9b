import type { SourceFile } from './source-files.ts';

interface Rule {
  readonly forbidden: RegExp;
  readonly allowedIn: RegExp;
  readonly reason: string;
}

const RULES: readonly Rule[] = [
  {
    // The ways of a Date that answer in the machine's zone, and everything that takes a zone or a language.
    forbidden:
      /\bIntl\.DateTimeFormat\b|\btoLocale(?:Date|Time)?String\b|\bgetTimezoneOffset\b|\btimeZone(?:Name)?\b|\bAustralia\/|\.(?:get|set)(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds)\(|\bTemporal\./,
    allowedIn: /^src\/release\/sydney-time\.ts$/,
    reason: 'only src/release/sydney-time.ts knows time zones.',
  },
  {
    forbidden: /\bDate\.now\(|\bnew Date\(\)|\bnew Date(?!\w|\()|\bperformance\.now\(/,
    allowedIn: /^src\/(cli|desk|build|astro)\//,
    reason: 'only src/cli, src/desk, src/build and src/astro read the clock.',
  },
  {
    forbidden: /\bprocess\.\w+/,
    allowedIn: /^src\/(?:(?:cli|desk|drafts|build|astro)\/|files\/is-running\.ts$)/,
    reason:
      'only src/cli, src/desk, src/drafts, src/build, src/astro and src/files/is-running.ts know the environment; pass in what is needed.',
  },
  {
    forbidden: /^export\s+(?:type\s+)?(?:\*|\{[^}]*\})[^;'"]*\bfrom\b/m,
    allowedIn: /^$/,
    reason: 'a name is imported from the file that makes it, never passed on by another.',
  },
];

/** Every place where code does what its folder may not, as a sentence that names the file, the line and the rule. */
export function codeFaults(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const code = withoutComments(text);
    return RULES.filter((rule) => !rule.allowedIn.test(path)).flatMap(({ forbidden, reason }) =>
      [...code.matchAll(new RegExp(forbidden, `g${forbidden.flags}`))].map((match) => {
        const line = code.slice(0, match.index).split('\n').length;
        return `${path}:${line} has "${match[0].replace(/\s+/g, ' ')}": ${reason}`;
      }),
    );
  });
}

/** Comments become empty lines, so that they may speak of what code may not do. */
function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/(^|\s)\/\/.*/g, '$1');
}
