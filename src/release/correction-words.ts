import type { Correction } from './schema.ts';

/** What is said of a correction of some kind, wherever it is said. */
interface CorrectionWords {
  /** `This release was …` */
  readonly past: string;
  /** `This release … that of …` */
  readonly present: string;
  /** The mark of the release that is corrected. */
  readonly original: string;
  /** The mark of the release that corrects. */
  readonly correcting: string;
}

/** How each kind of correction is spoken of. */
export const correctionWords: Readonly<Record<Correction['kind'], CorrectionWords>> = {
  correction: { past: 'corrected', present: 'corrects', original: 'Corrected', correcting: 'Correction' },
  clarification: { past: 'clarified', present: 'clarifies', original: 'Clarified', correcting: 'Clarification' },
  replacement: { past: 'replaced', present: 'replaces', original: 'Replaced', correcting: 'Replacement' },
  retraction: { past: 'retracted', present: 'retracts', original: 'Retracted', correcting: 'Retraction' },
  cancellation: { past: 'cancelled', present: 'cancels', original: 'Cancelled', correcting: 'Cancellation' },
};
