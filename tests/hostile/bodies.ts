import { payloads } from './payloads.ts';
import { targets } from './targets.ts';

/** A text of a release that tries something. */
export interface HostileBody {
  readonly name: string;
  readonly body: string;
  /** How many things it tries. */
  readonly inputs: number;
}

/** A choice of the payloads in each place that Markdown has, every target as a link, and constructs of Markdown's own. */
export function hostileBodies(): HostileBody[] {
  const names = Object.keys(targets);
  return [
    ...CHOICE.map((name) => ({
      name: `${name}, inside of lines`,
      body: Object.values(places)
        .map((write) => write(payloads[name] ?? ''))
        .join('\n\n'),
      inputs: Object.keys(places).length,
    })),
    ...Object.entries(openPlaces).flatMap(([place, write]) =>
      CHOICE.map((name) => ({ name: `${name}, ${place}`, body: write(payloads[name] ?? ''), inputs: 1 })),
    ),
    ...Array.from({ length: Math.ceil(names.length / 10) }, (_, group) => {
      const some = names.slice(group * 10, group * 10 + 10);
      const body = some.map((name, index) => linked(targets[name] ?? '', `t${index}`)).join('\n\n');
      return { name: `links: ${some.join(', ')}`, body, inputs: some.length };
    }),
    ...Object.entries(constructs).map(([name, body]) => ({ name, body, inputs: 1 })),
  ];
}

function linked(target: string, label: string): string {
  const autolink = /^[a-z][a-z0-9+.-]+:[^\s<>&]*$/i.test(target) ? ` and <${target}>` : '';
  return `Press [these words](<${target}> "<img src=x onerror=__ran=1>"), or [those][${label}]${autolink}.\n\n[${label}]: <${target}>`;
}

const CHOICE = [
  'script element',
  'script never closed',
  'picture with a handler',
  'heading around a handler',
  'head of a table around a handler',
  'SVG with a handler',
  'mutation by MathML and a table',
  'comment never closed',
  'end of CDATA',
  'plaintext',
  'open textarea',
  'open table cell',
  'base',
  'double quote and handler',
  'end of everything',
  'escaped markup',
  'direction override',
] as const satisfies readonly (keyof typeof payloads)[];

const places: Readonly<Record<string, (text: string) => string>> = {
  'inside a sentence': (text) => `Production ${oneLine(text)} rose.`,
  'as a heading': (text) => `## ${oneLine(text)}\n\nText.`,
  'in a list': (text) => `- ${oneLine(text)}\n- second\n  1. ${oneLine(text)}`,
  'in a quotation': (text) => `> ${oneLine(text)}\n>\n> more`,
  'in a table': (text) => `| a | b |\n|:-:|--:|\n| ${oneLine(text).replaceAll('|', '\\|')} | 2 |`,
  'in words that are a link': (text) => `See [${oneLine(text).replace(/[[\]]/g, '')}](https://example.com/).`,
  'in the title of a link': (text) => `See [x](https://example.com/ '${oneLine(text).replaceAll("'", "\\'")}').`,
  'in the words for a picture': (text) => `![${oneLine(text).replace(/[[\]]/g, '')}](picture.png)`,
  'in code': (text) => `The sign \`${oneLine(text).replaceAll('`', "'")}\` and\n\n    ${oneLine(text)}`,
  'in a footnote': (text) => `Here[^a].\n\n[^a]: ${oneLine(text)}`,
  'beside tags that are let through': (text) => `a<sub>b${oneLine(text)}</sub><br>c<sup>d</sup>`,
};

/** Places in which a payload begins a line or stands as it is, so that it may take all that follows with it. */
const openPlaces: Readonly<Record<string, (text: string) => string>> = {
  'as an underlined heading': (text) => `${oneLine(text)}\n===\n\nText.`,
  'in an HTML table': (text) => `<table><tr><td>${text}</td></tr></table>`,
  'in fenced code': (text) => `\`\`\`${oneLine(text).replaceAll('`', '')}\n${text}\n\`\`\``,
};

function oneLine(text: string): string {
  return text.replaceAll('\n', ' ');
}

const constructs: Readonly<Record<string, string>> = {
  'front matter again': '---\ntitle: other\n---\n\n---js\nrequire("child_process")\n---',
  'front matter in another language': '---js\n{ get title() { globalThis.__ran = 1 } }\n---',
  'TOML block': '+++\ntitle = "x"\n+++',
  'attributes in braces': '# Heading {#page-main onclick=__ran=1}\n\n[x](https://example.com/){onclick=__ran=1}',
  directive: ':::script\n__ran=1\n:::\n\n:img[x]{src=x onerror=__ran=1}',
  MDX: 'import x from "http://hostile.invalid/"\n\nexport const y = __ran = 1\n\n{__ran = 1}',
  mathematics: '$$\\href{javascript:__ran=1}{x}$$ and $\\unicode{<img src=x onerror=__ran=1>}$',
  diagram: '```mermaid\nclick A "javascript:__ran=1"\n```',
  'headings that clobber':
    '# body\n\n## head\n\n## location\n\n## page main\n\n## page q\n\n## user content fn 1\n\n## __proto__',
  'footnotes named as members':
    'a[^__proto__] b[^constructor] c[^"onclick=__ran=1]\n\n[^__proto__]: x\n\n[^constructor]: y\n\n[^"onclick=__ran=1]: z',
  'references named as members':
    '[x][__proto__] [y][constructor]\n\n[__proto__]: javascript:__ran=1\n[constructor]: https://example.com/',
  'nested links':
    '[a [b](javascript:__ran=1) c](https://example.com/) [![x](http://hostile.invalid/p.png)](javascript:__ran=1)',
  'picture from elsewhere in a link': '[![x](http://hostile.invalid/p.png)](https://example.com/)',
  'picture from elsewhere': '![words for it](https://hostile.invalid/p.png "t")',
  'bare addresses': 'www.hostile.invalid/"onclick=__ran=1 https://hostile.invalid/<script> a@hostile.invalid',
  'address in angle brackets':
    '<https://hostile.invalid/"onmouseover="__ran=1> <javascript:__ran=1> <data:text/html,x>',
  'allowed tags with attributes': '<sub onclick=__ran=1>a</sub> <br onclick=__ran=1> <sup style="color:red">b</sup>',
  'allowed tags out of order': 'a <sub>b <sup>c</sub> d</sup> </br> </sub> <sub> <sup>',
  'allowed tags over paragraphs': '<sub>\n\na\n\n</sub>\n\n<sup>b',
  'table with attributes': '<table onclick=__ran=1 border=1><tr><td>a</td></tr></table>',
  'table with spans':
    '<table><tr><td colspan=99 rowspan="99">a</td></tr></table>\n\n<table><tr><td colspan=100000>a</td></tr></table>',
  'table within a table': '<table><tr><td><table><tr><td>x</td></tr></table></td></tr></table>',
  'table with words between': '<table>fostered<tr>parent<td>a</td></tr></table>',
  'table left open by a table': '<table><tr><td>a\n\n</td></tr></table>\n\n</table></div></article>',
  'table with entities':
    '<table><tr><td>&lt;script&gt;__ran=1&lt;/script&gt; &#x3c;img src=x onerror=__ran=1&#62;</td></tr></table>',
  'closing tags alone': '</div></article></main></body></html>\n\n</p></li></td></table>',
  'closing tags in a line': 'a </div></article></main></body></html> b',
  'unclosed fence': '```\n<script>__ran=1</script>',
  'unclosed code': '`<script>__ran=1</script>',
  'unclosed bracket': '[a](https://example.com/ "<script>__ran=1</script>',
  'unclosed picture': '![a](picture.png <img src=x onerror=__ran=1>',
  'backslashes before signs': '\\<script>__ran=1\\</script> \\&lt;img\\&gt; \\[x\\](javascript:__ran=1)',
  'only headings': '# A\n\n## B\n\n###### C\n\n#',
  'only signs': '***\n\n---\n\n___\n\n===\n\n>\n\n-\n\n1.',
  'deep quotation': `${'> '.repeat(90)}deep`,
  'deep list': Array.from({ length: 40 }, (_, depth) => `${'  '.repeat(depth)}- level`).join('\n'),
  'form feeds': 'page one\fpage two\f\n\fpage three',
  'other control characters': 'bell\u0007 escape\u001b[31m delete\u007f next line\u0085 string\u0098',
  'task list': '- [ ] <img src=x onerror=__ran=1>\n- [x] done',
  'struck out': '~~<script>__ran=1</script>~~ ~5%~ about ~10',
  'one line of words': 'words '.repeat(20_000),
  'thousands of brackets': '['.repeat(20_000),
  'thousands of line breaks': 'a<br>'.repeat(2000),
  'thousands of tags': '<b>'.repeat(5000),
};
