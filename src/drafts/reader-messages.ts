import type { ArchivePlan } from '../importers/csv/archive-plan.ts';
import type { Given, Imported } from '../importers/draft.ts';
import type { ScanPrograms } from '../importers/scan/recognise.ts';
import type { Knowledge } from '../importers/guess/guess.ts';

/** A document that the process is to read. */
export interface ReadRequest {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly given: Given;
  readonly knowledge: Knowledge;
  /** What is wanted of it: a draft, the releases that a list asks for, or what an import sees in it. */
  readonly wanted?: 'draft' | 'plan' | 'markup';
  /** Has a machine read the pages that are pictures. */
  readonly scans?: ScanPrograms;
  /** Seconds after which reading stops between two pages. */
  readonly seconds: number;
}

/** What the process that reads answers: first that it has begun, then how it went. */
export type ReadAnswer =
  | { readonly kind: 'began' }
  /** `warnings` is what `check` would say of the draft. */
  | { readonly kind: 'imported'; readonly imported: Imported; readonly warnings: readonly string[] }
  /** What a list asks for. */
  | { readonly kind: 'planned'; readonly plan: ArchivePlan }
  /** What an import sees in it, as markup that does nothing. */
  | { readonly kind: 'shown'; readonly markup: string }
  /** The document cannot be imported, in a full sentence; `isLocked` where a password would open it. */
  | { readonly kind: 'refused'; readonly message: string; readonly isLocked: boolean }
  /** A fault of the program. */
  | { readonly kind: 'failed'; readonly name: string; readonly message: string }
  | { readonly kind: 'out of memory' };

/** An answer with the memory that the process holds, in bytes. */
export interface ReadMessage {
  readonly answer: ReadAnswer;
  readonly memory: number;
}
