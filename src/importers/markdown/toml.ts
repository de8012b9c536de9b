/**
 * The fields of a TOML front matter as Hugo's has them: texts, dates, true and false, and lists of texts; each value as
 * text. A table is a field that holds fields (`[params]`).
 */
export function readToml(toml: string): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  let data = whole;
  const lines = withoutBreaks(toml)
    .replace(/\[\s*\n([^\]]*)\]/g, (list) => list.replaceAll('\n', ' '))
    .split('\n');
  for (const line of lines) {
    const table = /^\s*\[+\s*([^\]\s]+)\s*\]/.exec(line)?.[1];
    if (table !== undefined) {
      data = {};
      whole[table] = data;
      continue;
    }
    const [, name, value = ''] = /^\s*["']?([\w-]+)["']?\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined) continue;
    if (value.startsWith('['))
      data[name] = [...value.matchAll(/"((?:\\.|[^"\\])*)"|'([^']*)'/g)].map(([, a, b]) =>
        a === undefined ? (b ?? '') : unescape(a),
      );
    else if (/^"(?:\\.|[^"\\])*"/.test(value)) data[name] = unescape(/^"((?:\\.|[^"\\])*)"/.exec(value)?.[1] ?? '');
    else data[name] = /^'([^']*)'/.exec(value)?.[1] ?? value.replace(/\s+#.*$/, '');
  }
  return whole;
}

/** Texts over several lines on one. */
function withoutBreaks(toml: string): string {
  const oneLine = (text: string) => text.trim().replace(/\\?\s*\n\s*/g, ' ');
  return toml
    .replace(/"""([^]*?)"""/g, (_, text: string) => `"${oneLine(text).replace(/(?<!\\)"/g, '\\"')}"`)
    .replace(/'''([^]*?)'''/g, (_, text: string) => `"${oneLine(text).replace(/[\\"]/g, '\\$&')}"`);
}

function unescape(text: string): string {
  return text.replace(/\\u([\da-f]{4})|\\(.)/gi, (_, hex: string | undefined, sign: string) =>
    hex === undefined ? ({ n: ' ', t: ' ', r: ' ' }[sign] ?? sign) : String.fromCharCode(parseInt(hex, 16)),
  );
}
