import { CONTROLS, INVISIBLE } from '../text/characters.ts';
import { mediaTypes } from './file-name.ts';

// What the published JSON Schema can say of values, as regular expressions without flags that other languages read too.
// The schema's own checks decide; a pattern lets nothing less through than they do, and says what form can say.

/** At least one sign that can be seen, no control character and no half of a character. */
export const FILLED = `^(?=[\\s\\S]*\\S)(?![\\s\\S]*[\\ud800-\\udbff](?![\\udc00-\\udfff]))[^${CONTROLS}]*$`;

/** The same on one line, without signs that hide or change the direction. */
export const ONE_LINE = `^(?=.*\\S)[^\\t\\n${CONTROLS}${INVISIBLE}]*$`;

/** A day that exists in some year: which years are leap years it does not know. */
export const DAY = [
  '(1[89][0-9]{2}|[2-9][0-9]{3})-(',
  '02-(0[1-9]|[12][0-9])|',
  '(0[469]|11)-(0[1-9]|[12][0-9]|30)|',
  '(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01]))',
].join('');

/** What clocks show, also what Sydney's skipped or showed twice. */
export const TIME =
  '([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.,][0-9]{1,9})?)?[ ]?(Z|[+-](0[0-9]|1[0-4]):?[0-5][0-9])?';

/** A whole http or https address. */
export const WEB_ADDRESS = '^[hH][tT][tT][pP][sS]?://[^\\s<>"\\\\^`{|}]+$';

/** The id of a release. */
export const ID = '^(?!.*\\.md$)[^\\s/\\\\]+(/[^\\s/\\\\]+)*$';

/** An old address on the site, without steps upwards. */
export const ALIAS =
  "^(?!.*(//|/\\.{1,2}(/|$)|%2[eEfF]|%5[cC]|%[01][0-9A-Fa-f]|%7[fF]))/([A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})+$";

/** Name of a file of a type that is published, in any letter case. */
export const FILE_NAME = `^(?![._ ])[^<>:"|?*\\\\/#%${CONTROLS}]+\\.(${[...mediaTypes.keys()].map(anyCase).join('|')})$`;

function anyCase(word: string): string {
  return word.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
