import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file that is odd but honest, and what becomes of it: the text that its page shows, or the one rule that it breaks. */
export interface OddFile {
  readonly name: string;
  /** Puts it into a releases folder, below `2020/`. */
  readonly make: (folder: string) => void;
  readonly becomes: { readonly text: string; readonly id: string } | { readonly rule: string };
}

const HEAD = '---\ntitle: "Odd"\ncode: XMX\ndate: 2020-07-30\n---\n';

/** Every odd file of docs/security.md. */
export const oddFiles: readonly OddFile[] = [
  published('byte-order-mark', `\ufeff${HEAD}\nText.\n`, 'Text.'),
  published('windows-line-ends', `${HEAD}\nOne\nline.\n\nTwo.\n`.replaceAll('\n', '\r\n'), 'One line.\nTwo.'),
  published('old-line-ends', `${HEAD}\nOne.\n\nTwo.\n`.replaceAll('\n', '\r'), 'One.\nTwo.'),
  published('mixed-line-ends', `${HEAD}\r\nOne.\r\n\nTwo.\r\rThree.`, 'One.\nTwo.\nThree.'),
  published('tabs', `${HEAD}\nA\tB\n\n-\titem\n`, 'A B\nitem'),
  published('no-final-line-end', `${HEAD}Text.`, 'Text.'),
  published('empty-text', HEAD, ''),
  published('spaces-only', `${HEAD}\n   \n\t\n`, ''),
  published('headings-only', `${HEAD}\n# One\n\n## Two\n`, 'One\nTwo'),
  published('one-long-line', `${HEAD}\n${'word '.repeat(400_000)}end\n`, `${'word '.repeat(400_000)}end`),
  published('one-long-word', `${HEAD}\n${'x'.repeat(200_000)}\n`, 'x'.repeat(200_000)),
  published('astral', `${HEAD}\n\u{20000}\u{1f4a9} \u{10fffd}\n`, '\u{20000}\u{1f4a9} \u{10fffd}'),
  published('combining', `${HEAD}\ne\u0301 and \u00e9\n`, 'e\u0301 and \u00e9'),
  published('right-to-left', `${HEAD}\nהודעה الإعلان\n`, 'הודעה الإعلان'),
  published('brackets', `${HEAD}\n${'['.repeat(30_000)}\n`, '['.repeat(30_000)),
  published('quotation-marks', `${HEAD}\n${`"'`.repeat(30_000)}\n`, `"'`.repeat(30_000)),
  published('dead-link', `${HEAD}\nSee [the report](missing.pdf).\n`, 'See the report.'),
  published('picture-elsewhere', `${HEAD}\n![a map](https://example.com/map.png)\n`, 'a map'),
  published('control-characters', `${HEAD}\nOne\f\u001b two\n`, 'One two'),
  published(
    'names-of-members',
    HEAD.replace('"Odd"', '"constructor"') + '\nhasOwnProperty toString\n',
    'hasOwnProperty toString',
  ),
  published('inner.dots-v1.2', `${HEAD}\nText.\n`, 'Text.'),
  refused(
    'invalid-utf-8',
    'not-utf8',
    write('odd.md', Buffer.concat([Buffer.from(`${HEAD}\nCaf`), Buffer.from([0xe9, 0x0a])])),
  ),
  refused('utf-16', 'not-utf8', write('odd.md', Buffer.from(`\ufeff${HEAD}`, 'utf16le'))),
  refused(
    'lone surrogate',
    'not-utf8',
    write('odd.md', Buffer.concat([Buffer.from(HEAD), Buffer.from([0xed, 0xa0, 0x80])])),
  ),
  refused('null byte', 'control-character', write('odd.md', `${HEAD}\na\0b\n`)),
  refused('50 MB', 'file-too-large', write('odd.md', Buffer.alloc(50 * 1024 * 1024, 'x'))),
  refused('empty file', 'front-matter-missing', write('odd.md', '')),
  refused('no front matter', 'front-matter-missing', write('odd.md', 'Text.\n')),
  refused('character that does not exist', 'character-reference', write('odd.md', `${HEAD}\nFrom A to &#xD800;\n`)),
  refused('apostrophe of Windows', 'character-reference', write('odd.md', `${HEAD}\nThe Company&#146;s metal.\n`)),
  refused('hash in a name', 'id-unportable', write('a#b.md', HEAD)),
  refused('question mark in a name', 'id-unportable', write('a?b.md', HEAD)),
  refused('percent sign in a name', 'id-unportable', write('a%41.md', HEAD)),
  refused('space in a name', 'id-unportable', write('a b.md', HEAD)),
  refused('dot at the end of a name', 'id-unportable', write('a..md', HEAD)),
  refused('accents in a name', 'id-unportable', write('re\u0301sume.md', HEAD)),
  refused('control character in a name', 'id-unportable', write('a\u0007b.md', HEAD)),
  refused('line end in a name', 'id-unportable', write('a\nb.md', HEAD)),
  refused('backslash in a name', 'id-unportable', write('a\\b.md', HEAD)),
  refused('name reserved on Windows', 'id-unportable', write('aux.md', HEAD)),
  refused('name of 250 characters', 'id-unportable', write(`${'n'.repeat(250)}.md`, HEAD)),
  refused('capital ending', 'id-unportable', write('odd.MD', HEAD)),
  refused('folder named like a release', 'id-unportable', write('x.md/odd.md', HEAD)),
  refused('names that differ by case', 'id-duplicate', (folder) => {
    write('odd.md', HEAD)(folder);
    write('Odd.md', HEAD)(folder);
  }),
  refused('link to itself', 'symbolic-link', link('odd.md', 'odd.md')),
  refused('link round to the folder above', 'symbolic-link', link('round', '..')),
  refused('link out of the folder', 'symbolic-link', link('odd.md', '/etc/hostname')),
  refused('link to nothing', 'symbolic-link', link('odd.md', 'nowhere.md')),
  refused('attachment that is a link', 'symbolic-link', link('report.pdf', '/etc/hostname')),
  ...(process.getuid?.() === 0 || process.platform === 'win32'
    ? []
    : [
        refused('unreadable file', 'file-unreadable', (folder) => {
          write('odd.md', HEAD)(folder);
          chmodSync(join(folder, '2020/odd.md'), 0);
        }),
        refused('unreadable attachment', 'file-unreadable', (folder) => {
          write('odd.pdf', '%PDF')(folder);
          chmodSync(join(folder, '2020/odd.pdf'), 0);
        }),
      ]),
];

function published(id: string, content: string, text: string): OddFile {
  return { name: id, make: write(`${id}.md`, content), becomes: { text, id: `2020/${id}` } };
}

function refused(name: string, rule: string, make: OddFile['make']): OddFile {
  return { name, make, becomes: { rule } };
}

function write(name: string, content: string | Buffer): OddFile['make'] {
  return (folder) => {
    const file = join(folder, '2020', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
}

function link(name: string, target: string): OddFile['make'] {
  return (folder) => {
    mkdirSync(join(folder, '2020'), { recursive: true });
    symlinkSync(target, join(folder, '2020', name));
  };
}
