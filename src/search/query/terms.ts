/** One of the things that a search asks for: a word, or several words that mean one thing, such as a company or a day. */
export interface Term {
  /** As it was typed. */
  readonly typed: string;
  readonly kind: TermKind;
  /** What answers it, best first; any one does. */
  readonly ways: readonly Way[];
  /** The last word may still be being typed: longer words that begin with this answer too. */
  readonly beginning?: string;
  /** What it was understood as, where that is more than the word itself: `Example Minerals Limited`. */
  readonly meaning?: string;
  /** Releases need not hold it to hold all that is asked for. */
  readonly isCommon?: true;
}

type TermKind = 'word' | 'company' | 'form' | 'date' | 'amount';

/** One way in which a release may hold what is asked for. */
export interface Way {
  /** Folded words that stand one behind the other; mostly one. */
  readonly words: readonly string[];
  /** 1 for what was typed, less for what means about the same. */
  readonly weight: number;
  /** It counts only among what is known of a release beside its text. */
  readonly isFact?: true;
}

/** What a person typed, understood. */
export interface Query {
  readonly terms: readonly Term[];
  /** Phrases that must stand together, each in all forms in which the index may hold it: `noncore asset`, `non core asset`. */
  readonly phrases: readonly Phrase[];
  /** Words that a release must not hold. */
  readonly excluded: readonly (readonly string[])[];
  /** Phrases that it must not hold. */
  readonly excludedPhrases: readonly Phrase[];
  /** How many words were typed, common ones too, as a headline would hold them. */
  readonly length: number;
  /** The words that were typed beyond the limit, and not looked up. */
  readonly cut: string;
}

export interface Phrase {
  readonly typed: string;
  readonly forms: readonly (readonly string[])[];
}

/** The word itself. */
export function way(word: string, weight = 1): Way {
  return { words: [word], weight };
}
