/** What older Windows programs meant by a number from 128 to 159, such as ’ by 146; `undefined` for others, and for the five that mean nothing there. */
export function windowsCharacter(code: number): string | undefined {
  if (code < 0x80 || code > 0x9f) return undefined;
  const character = WINDOWS_1252.decode(Uint8Array.of(code));
  return character.codePointAt(0) === code ? undefined : character;
}

const WINDOWS_1252 = new TextDecoder('windows-1252');
