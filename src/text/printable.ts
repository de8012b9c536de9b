/**
 * Text of which nobody knows who wrote it, for a terminal: what commands a terminal, turns the direction of writing or is not
 * seen at all is shown by its number. Line ends and tabs too.
 */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
