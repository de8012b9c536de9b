import type { Contact, ReviewItem } from '../../release/schema.ts';
import type { ReleaseDate } from '../../release/sydney-time.ts';
import type { Extract } from '../model/extract.ts';
import { guessCode } from './code.ts';
import { guessDate } from './date.ts';
import { guessHeadline } from './headline.ts';
import { guessAuthoriser } from './authoriser.ts';
import { guessContacts } from './contacts.ts';
import { guessTypes } from './type.ts';

/**
 * How sure a guess is. `certain`: given by the person, or stated by a form's own field.
 * `likely`: read from the text. `stand-in`: not found, and something had to stand there.
 */
type Confidence = ReviewItem['confidence'];

/** A value that was guessed, with what was seen that led to it. */
export interface Guess<T = string> {
  readonly value: T;
  readonly evidence: string;
  readonly confidence: Confidence;
}

export interface Guesses {
  readonly title?: Guess;
  readonly code?: Guess;
  /** A code that the text names for its company, where the archive knows companies, and not this one. */
  readonly unknownCode?: Guess;
  readonly date?: Guess<ReleaseDate>;
  readonly types?: Guess<string[]>;
  readonly authorisedBy?: Guess;
  readonly contacts?: Guess<Contact[]>;
}

export interface Knowledge {
  /** The day of the import in Sydney, `YYYY-MM-DD`; a later date is not believed. */
  readonly today: string;
  /** Companies whose names give a code away, as the archive knows them, former names among them. */
  readonly companies?: readonly { readonly code: string; readonly name: string }[];
  /** All codes of the archive's companies and releases, former ones among them. Where there are none, any code is taken. */
  readonly codes?: readonly string[];
  /** The archive's only code, which stands in where the text names none. */
  readonly onlyCode?: string;
}

/** What can be told of a release from its text. What is not known, or not clear, is left out. */
export function guess(extract: Extract, knowledge: Knowledge): Guesses {
  const title = guessHeadline(extract);
  const { code, unknown } = guessCode(extract, knowledge);
  const date = guessDate(extract, knowledge.today);
  const types = guessTypes(title?.value, extract.lines);
  const authorisedBy = guessAuthoriser(extract.lines);
  const contacts = guessContacts(extract.lines);
  return {
    ...(title && { title }),
    ...(code && { code }),
    ...(unknown && { unknownCode: unknown }),
    ...(date && { date }),
    ...(types && { types }),
    ...(authorisedBy && { authorisedBy }),
    ...(contacts && { contacts }),
  };
}
