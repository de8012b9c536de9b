/**
 * The fields of a TOML front matter as Hugo's has them: texts, dates, true and false, and lists of texts; each value as
 * text. What stands in tables below it is left out.
 */
export function readToml(toml: string): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  const lines = toml.replace(/\[\s*\n([^\]]*)\]/g, (list) => list.replaceAll('\n', ' ')).split('\n');
  for (const line of lines) {
    if (/^\s*\[/.test(line)) break;
    const [, name, value = ''] = /^\s*["']?([\w-]+)["']?\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined) continue;
    if (value.startsWith('['))
      data[name] = [...value.matchAll(/"((?:\\.|[^"\\])*)"|'([^']*)'/g)].map(([, a, b]) =>
        a === undefined ? (b ?? '') : unescape(a),
      );
    else if (/^"(?:\\.|[^"\\])*"/.test(value)) data[name] = unescape(/^"((?:\\.|[^"\\])*)"/.exec(value)?.[1] ?? '');
    else data[name] = /^'([^']*)'/.exec(value)?.[1] ?? value.replace(/\s+#.*$/, '');
  }
  return data;
}

function unescape(text: string): string {
  return text.replace(/\\u([\da-f]{4})|\\(.)/gi, (_, hex: string | undefined, sign: string) =>
    hex === undefined ? ({ n: ' ', t: ' ', r: ' ' }[sign] ?? sign) : String.fromCharCode(parseInt(hex, 16)),
  );
}
