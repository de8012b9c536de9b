/** Texts by their ids, as they are or in UTF-8. */
export type Texts = ReadonlyMap<string, string | Uint8Array>;

/** Puts texts into one memory that threads share: to hand them over copies none. */
export function shareTexts(texts: readonly (readonly [id: string, text: string])[]): ReadonlyMap<string, Uint8Array> {
  const sizes = texts.map(([, text]) => Buffer.byteLength(text));
  const memory = new SharedArrayBuffer(sizes.reduce((sum, size) => sum + size, 0));
  const all = Buffer.from(memory);
  let end = 0;
  return new Map(
    texts.map(([id, text], at) => {
      const start = end;
      end += sizes[at] ?? 0;
      all.write(text, start);
      return [id, new Uint8Array(memory, start, end - start)];
    }),
  );
}

/** The text of an id; `undefined` where there is none. */
export function readShared(texts: Texts, id: string): string | undefined {
  const bytes = texts.get(id);
  if (bytes === undefined || typeof bytes === 'string') return bytes;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
}
