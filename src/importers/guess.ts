import type { Contact } from '../release/schema.ts';
import type { ReleaseDate } from '../release/sydney-time.ts';
import type { Extract } from './document.ts';
import { guessCode } from './guess-code.ts';
import { guessDate } from './guess-date.ts';
import { guessHeadline } from './guess-headline.ts';
import { guessAuthoriser, guessContacts } from './guess-people.ts';
import { guessTypes } from './guess-type.ts';

/**
 * How sure a guess is. `certain`: given by the person, or stated by a form's own field.
 * `likely`: read from the text. `stand-in`: not found, and something had to stand there.
 */
export type Confidence = 'certain' | 'likely' | 'stand-in';

/** A value that was guessed, with what was seen that led to it. */
export interface Guess<T = string> {
  readonly value: T;
  readonly evidence: string;
  readonly confidence: Confidence;
}

export interface Guesses {
  readonly title?: Guess;
  readonly code?: Guess;
  readonly date?: Guess<ReleaseDate>;
  readonly types?: Guess<string[]>;
  readonly authorisedBy?: Guess;
  readonly contacts?: Guess<Contact[]>;
}

export interface Knowledge {
  /** The day of the import in Sydney, `YYYY-MM-DD`; a later date is not believed. */
  readonly today: string;
  /** Companies whose names give a code away, as the archive knows them. */
  readonly companies?: readonly { readonly code: string; readonly name: string }[];
  /** The archive's only code, which stands in where the text names none. */
  readonly onlyCode?: string;
}

/** What can be told of a release from its text. What is not known, or not clear, is left out. */
export function guess(extract: Extract, knowledge: Knowledge): Guesses {
  const title = guessHeadline(extract);
  const code = guessCode(extract, knowledge.companies ?? []) ?? onlyCode(knowledge);
  const date = guessDate(extract, knowledge.today);
  const types = guessTypes(title?.value, extract.lines);
  const authorisedBy = guessAuthoriser(extract.lines);
  const contacts = guessContacts(extract.lines);
  return {
    ...(title && { title }),
    ...(code && { code }),
    ...(date && { date }),
    ...(types && { types }),
    ...(authorisedBy && { authorisedBy }),
    ...(contacts && { contacts }),
  };
}

function onlyCode({ onlyCode: value }: Knowledge): Guess | undefined {
  return value === undefined
    ? undefined
    : { value, evidence: 'nothing; it is the only one of the archive', confidence: 'stand-in' };
}
