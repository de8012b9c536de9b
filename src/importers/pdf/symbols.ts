/** Signs of symbol faces, which PDFs write in Unicode's private area, by what they look like. */
const SYMBOLS: Readonly<Record<string, string>> = {
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf0d8': '➢',
  '\uf0fc': '✓',
  '\uf0fe': '☑',
  '\uf0a8': '☐',
  '\uf06f': '☐',
  '\uf071': '☐',
  '\uf078': '☒',
  '\uf0fd': '☒',
  '\uf052': '☑',
  '\uf053': '☒',
  '\uf0a3': '☐',
  '\uf06c': '●',
  '\uf06e': '■',
  '\uf0e0': '→',
  '\uf0e8': '➔',
  '\uf02d': '-',
  '\uf0ae': '→',
  '\u2751': '☐',
  '\u2752': '☐',
  '\u274f': '☐',
  '\u2750': '☐',
  '\u2610': '☐',
};

/** A sign as a reader takes it: symbols by their look, ligatures as letters, every kind of space as one. */
export function readSign(sign: string): string {
  return (
    sign
      .replace(/[\ue000-\uf8ff\u2610\u274f-\u2752]/g, (one) => SYMBOLS[one] ?? '\ufffd')
      .replace(/[\ufb00-\ufb06]/g, (one) => one.normalize('NFKC'))
      .replace(/[\u00a0\u2000-\u200a\u202f\u3000\t\r\n]/g, ' ')
      // eslint-disable-next-line no-control-regex -- a sign without a meaning is what is looked for
      .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028\u2029\ufeff]/g, '')
  );
}
