import type { Given, Imported } from '../importers/draft.ts';
import type { Knowledge } from '../importers/guess.ts';

/** A document that the process is to read. */
export interface ReadRequest {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly given: Given;
  readonly knowledge: Knowledge;
  /** Seconds after which reading stops between two pages. */
  readonly seconds: number;
}

/** What the process that reads answers: first that it has begun, then how it went. */
export type ReadAnswer =
  | { readonly kind: 'began' }
  /** `warnings` is what `check` would say of the draft. */
  | { readonly kind: 'imported'; readonly imported: Imported; readonly warnings: readonly string[] }
  /** The document cannot be imported, in a full sentence. */
  | { readonly kind: 'refused'; readonly message: string }
  /** A fault of the program. */
  | { readonly kind: 'failed'; readonly name: string; readonly message: string }
  | { readonly kind: 'out of memory' };

/** An answer with the memory that the process holds, in bytes. */
export interface ReadMessage {
  readonly answer: ReadAnswer;
  readonly memory: number;
}
