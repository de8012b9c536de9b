interface Pathology {
  readonly name: string;
  /** The name of such a file. */
  readonly file: string;
  readonly write: (count: number) => string;
}

/** Files that have brought importers to their knees, each as long as `count` says; also for the fuzzer's timing. */
export const importPathologies: readonly Pathology[] = [
  ...named('a.txt', {
    'blank lines': (count) => `a\n${'\n'.repeat(count * 8)}b`,
    'short paragraphs': (count) => 'a\n\n'.repeat(count),
    'lines of one paragraph': (count) => 'a b c\n'.repeat(count),
    'wrapped lines': (count) => `${'word '.repeat(14)}end\n`.repeat(count / 4),
    'one line': (count) => `${'word '.repeat(count)}\n`,
    'one word': (count) => 'x'.repeat(count * 8),
    'spaces in a line': (count) => `a${' '.repeat(count * 8)}b`,
    'tabs in a line': (count) => `a${'\t'.repeat(count * 2)}b`,
    'cells between tabs': (count) => `a\tb\n${'a\tb\n'.repeat(count)}`,
    bullets: (count) => '- a\n'.repeat(count),
    numbers: (count) => '1. a\n'.repeat(count),
    'numbers, one after the other': (count) => Array.from({ length: count }, (_, n) => `${(n % 99) + 1}. a\n`).join(''),
    'numbers in one paragraph': (count) => `a\n${'2 b\n1. a\n'.repeat(count)}`,
    dashes: (count) => '- '.repeat(count * 2),
    'quotation marks': (count) => '“a\n\n'.repeat(count),
    'straight quotation marks': (count) => '"'.repeat(count * 8),
    'opened brackets after Limited': (count) => 'limited ('.repeat(count),
    'asx/media': (count) => 'asx/media '.repeat(count) + 'x',
    'letters at an address': (count) => `Contacts\n\n${'a'.repeat(count * 8)}`,
    'points at an address': (count) => `Contacts\n\na@${'a.'.repeat(count * 4)}`,
    'digits of a number': (count) => `Contacts\n\n${'1 '.repeat(count * 4)}`,
    dates: (count) => '1 '.repeat(count) + 'May ',
    codes: (count) => 'ASX: ABC '.repeat(count),
    'other codes': (count) =>
      Array.from({ length: count }, (_, n) => `ASX:${n.toString(36).toUpperCase().padStart(4, 'A')}\n\n`).join(''),
    'announcements authorised': (count) => 'announcement authorised '.repeat(count),
    'announcements authorised on lines': (count) =>
      'announcement authorised and approved for release\n\n'.repeat(count),
    capitals: (count) => 'CAPITALS HERE\n\n'.repeat(count),
    'http addresses': (count) => 'http://a.b '.repeat(count),
    'one http address': (count) => `http://${'a.'.repeat(count * 4)}`,
    'points behind an address': (count) => `http://a${'.'.repeat(count * 8)}b`,
    underlines: (count) => 'a_'.repeat(count * 4),
    'underlines alone': (count) => '_'.repeat(count * 8),
    ampersands: (count) => '&a'.repeat(count * 4),
    backticks: (count) => `a    b\n${'`'.repeat(count * 8)}    c\nd     e`,
    'backticks of all lengths': (count) => `a    b\n${'` '.repeat(count * 4)}    c\nd     e`,
    'equals signs': (count) => `${'= '.repeat(count * 4)}x`,
    stars: (count) => '*'.repeat(count * 8),
    'combining marks': (count) => `a${'\u0301'.repeat(count * 4)}`,
    'hard spaces': (count) => `a${'\u00a0'.repeat(count * 8)}b`,
  }),
  ...named('a.eml', {
    'header fields': (count) => `Subject: a\nFrom: b\n${'X-A: b\n'.repeat(count)}\ntext`,
    'a folded header field': (count) => `Subject: a\nFrom: b\nX-A: b\n${' c\n'.repeat(count)}\ntext`,
    'a subject of replies': (count) => `Subject: ${'re: '.repeat(count)}\nFrom: b\n\ntext`,
    'encoded words': (count) => `Subject: ${'=?utf-8?q?a?= '.repeat(count)}\nFrom: b\n\ntext`,
    'half encoded words': (count) => `Subject: ${'=?a?q?'.repeat(count)}\nFrom: b\n\ntext`,
    'spaces between encoded words': (count) => `Subject: ${'?= '.repeat(count)}${' '.repeat(count)}\nFrom: b\n\ntext`,
    parts: (count) =>
      `Subject: a\nFrom: b\nContent-Type: multipart/mixed; boundary="x"\n\n${'--x\nContent-Type: text/html\n\na\n'.repeat(count)}`,
    'parts in parts': (count) =>
      `Subject: a\nFrom: b\nContent-Type: multipart/mixed; boundary="x0."\n\n${Array.from({ length: count / 4 }, (_, n) => `--x${n}.\nContent-Type: multipart/mixed; boundary="x${n + 1}."\n\n`).join('')}text`,
    'boundaries that begin alike': (count) =>
      `Subject: a\nFrom: b\nContent-Type: multipart/mixed; boundary="-"\n\n${'-'.repeat(count * 8)}`,
    'quoted-printable': (count) =>
      `Subject: a\nFrom: b\nContent-Transfer-Encoding: quoted-printable\n\n${'=20=\n'.repeat(count)}`,
    'spaces before a line end': (count) =>
      `Subject: a\nFrom: b\nContent-Transfer-Encoding: quoted-printable\n\n${' '.repeat(count * 8)}x`,
    signatures: (count) => `Subject: a\nFrom: b\n\n${'a\n-- \n'.repeat(count)}`,
  }),
  ...named('a.html', {
    'flat <p>': (count) => page('<p>some words here</p>'.repeat(count / 4)),
    'flat <div>': (count) => page('<div>some words here</div>'.repeat(count / 4)),
    'flat <br>': (count) => page(`<p>${'a<br>'.repeat(count)}</p>`),
    'flat <b>': (count) => page(`<p>${'<b>a</b> '.repeat(count)}</p>`),
    'unclosed <b>': (count) => page('<b>a'.repeat(count / 4)),
    'unclosed <font>': (count) => page('<font size=2>a'.repeat(count / 4)),
    'unclosed <p>': (count) => page('<p>a'.repeat(count / 4)),
    'unclosed <li>': (count) => page(`<ul>${'<li>a'.repeat(count / 4)}`),
    'unclosed <div>': (count) => page('<div>a'.repeat(count / 4)),
    'unclosed <td>': (count) => page(`<table><tr>${'<td>a'.repeat(count / 4)}`),
    'nested <div>, not too deep': (count) =>
      page(`${'<div>'.repeat(200)}${'<p>a</p>'.repeat(count / 4)}${'</div>'.repeat(200)}`),
    'nested <b>, not too deep': (count) =>
      page(`${'<b>'.repeat(200)}${'<p>a</p>'.repeat(count / 4)}${'</b>'.repeat(200)}`),
    'nested tables, not too deep': (count) =>
      page(
        `${'<table><tr><td>'.repeat(60)}${'<p>a</p>'.repeat(count / 4)}${'</td><td>b</td></tr></table>'.repeat(60)}`,
      ),
    'nested lists, not too deep': (count) =>
      page(`${'<ul><li>a'.repeat(100)}${'<p>a</p>'.repeat(count / 4)}${'</li></ul>'.repeat(100)}`),
    'list items': (count) => page(`<ul>${'<li>a</li>'.repeat(count / 4)}</ul>`),
    lists: (count) => page('<ul><li>a</li></ul>'.repeat(count / 4)),
    tables: (count) => page('<table><tr><td>a</td><td>b</td></tr></table>'.repeat(count / 8)),
    rows: (count) => page(`<table>${'<tr><td>a</td><td>b</td></tr>'.repeat(count / 4)}</table>`),
    cells: (count) => page(`<table><tr>${'<td>a</td>'.repeat(count / 4)}</tr></table>`),
    'short rows of a wide table': (count) =>
      page(`<table><tr>${'<td>a</td>'.repeat(count / 50)}</tr>${'<tr><td>a</td></tr>'.repeat(count / 50)}</table>`),
    spans: (count) => page(`<table>${'<tr><td colspan=50>a</td><td>b</td></tr>'.repeat(count / 8)}</table>`),
    headings: (count) => page('<h2>a</h2><p>b</p>'.repeat(count / 8)),
    links: (count) => page(`<p>${'<a href="https://xmx.example/">a</a> '.repeat(count / 4)}</p>`),
    'footnote marks': (count) =>
      page(
        `<p>${Array.from({ length: count / 4 }, (_, n) => `a<sup><a href="#fn${n}" id="r${n}">${n}</a></sup> `).join('')}</p>`,
      ),
    footnotes: (count) =>
      page(
        `<p>${Array.from({ length: count / 8 }, (_, n) => `a<sup><a href="#fn${n}" id="r${n}">${n}</a></sup> `).join('')}</p><ol class="footnotes">${Array.from({ length: count / 8 }, (_, n) => `<li id="fn${n}">note ${n}</li>`).join('')}</ol>`,
      ),
    pictures: (count) => page('<img src="a.png">'.repeat(count / 4)),
    'preformatted lines': (count) => page(`<pre>${'a\n'.repeat(count * 4)}</pre>`),
    quotations: (count) => page('<blockquote><p>a</p></blockquote>'.repeat(count / 8)),
    comments: (count) => page('<!-- a -->'.repeat(count / 4)),
    'comments before the page': (count) => `${'<!-- a -->\n'.repeat(200)}${page('a'.repeat(count))}`,
    'half tags': (count) => page('<'.repeat(count * 4)),
    attributes: (count) => page(`<p ${Array.from({ length: count / 4 }, (_, n) => `a${n}=b`).join(' ')}>a</p>`),
    classes: (count) => page(Array.from({ length: count / 8 }, (_, n) => `<p class="c${n} d${n}">a</p>`).join('')),
    'one text': (count) => page(`<p>${'word '.repeat(count)}</p>`),
    spaces: (count) => page(`<p>a${' '.repeat(count * 8)}b</p>`),
    'mixed nodes': (count) => page('text <p>a</p> <span>b</span><br> '.repeat(count / 8)),
    'headings of the first level': (count) => page('<h1>a</h1>'.repeat(count / 8)),
    articles: (count) => page('<article><p>a</p></article>'.repeat(count / 8)),
    'rules of a style sheet': (count) =>
      page(
        `<style>${'.a{text-decoration:line-through}\n'.repeat(count / 2)}</style>${'<span class="a">b</span>'.repeat(count / 8)}`,
      ),
    'remarks in a style sheet, never closed': (count) => page(`<style>${'/* {'.repeat(count * 2)}</style><p>a</p>`),
    'texts that are struck out': (count) =>
      page(
        `${'<div style="text-decoration:line-through">'.repeat(100)}${'a<br>'.repeat(count)}${'</div>'.repeat(100)}`,
      ),
    'links around blocks': (count) => page('<a href="https://xmx.example/"><p>a</p></a>'.repeat(count / 8)),
    'scripts and frames, never closed': (count) => `${'<!-- <script '.repeat(count)}<frameset>`,
  }),
  ...named('a.md', {
    'a first line of spaces': (count) => `a${' '.repeat(count * 8)}b\n===\n`,
    braces: (count) => `{\n${'}\n{\n'.repeat(count)}`,
    'lines of a front matter, never closed': (count) => `---json\n${'{\n---x\n'.repeat(count)}`,
    'quotation marks in TOML': (count) => `+++\n${'""" '.repeat(count)}\n+++\na`,
    'tags, never closed': (count) => '<a '.repeat(count * 2),
    'labels of links': (count) => '[a]: b.pdf\n'.repeat(count),
  }),
];

/** Tables of a whole archive of the same kind. */
export const tablePathologies: Readonly<Record<string, Pathology['write']>> = {
  'stray quotation marks': (count) => `headline,date\na${'"'.repeat(count * 4)},b\n`,
  'quotation marks after spaces': (count) => `headline,date\n${' '.repeat(count)}${'"" '.repeat(count * 4)},b\n`,
  'doubled quotation marks': (count) => `headline,date\n"${'""'.repeat(count * 4)}",b\n`,
  'a quotation mark never closed': (count) => `headline,date\n"${'a,b\n'.repeat(count * 4)}`,
  'quotation marks in the first line': (count) => `${'"a" "b'.repeat(count * 4)}`,
  'one long cell': (count) => `headline,date\n${'a'.repeat(count * 8)},b\n`,
  cells: (count) => `headline,date\n${'a,'.repeat(count * 4)}\n`,
  rows: (count) => `headline,date,code\n${'First metal,30/07/2020,XMX\n'.repeat(count)}`,
  'rows without names': (count) => 'First metal,30/07/2020,XMX\n'.repeat(count),
  'long rows without names': (count) => `${'a,'.repeat(count / 20)}\n`.repeat(40),
  'blank lines': (count) => `headline,date\n${'\n'.repeat(count * 8)}a,b\n`,
  'spaces in a cell': (count) => `headline,date\na${' '.repeat(count * 8)}b,30/07/2020\n`,
  'spaces in a date': (count) => `headline,date\na,1${' '.repeat(count * 8)}x\n`,
  'digits in a date': (count) => `headline,date\na,${'1 '.repeat(count * 4)}\n`,
  'codes in a cell': (count) => `headline,date,code\na,30/07/2020,"${'XMX, '.repeat(count * 2)}"\n`,
  'types in a cell': (count) => `headline,date,code,type\na,30/07/2020,XMX,${'Trading Halt; '.repeat(count)}\n`,
  'unknown types in a cell': (count) =>
    `headline,date,code,type\na,30/07/2020,XMX,${'Tradng Hlt; '.repeat(count / 8)}\n`,
  'one unknown type': (count) => `headline,date,code,type\na,30/07/2020,XMX,${'x'.repeat(count * 4)}\n`,
};

function page(body: string): string {
  return `<!doctype html><html><body><article><h1>First metal poured</h1><p>Some words of a release that stand here.</p>${body}</article></body></html>`;
}

function named(file: string, all: Readonly<Record<string, Pathology['write']>>): Pathology[] {
  return Object.entries(all).map(([what, write]) => ({ name: `${file.slice(2)}: ${what}`, file, write }));
}
