// Classes of characters, as they stand between the brackets of a regular expression; JSON Schema takes them too.

/** What no text should hold: control characters but for tab and line feed, and two noncharacters. */
export const CONTROLS = '\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\ufffe\\uffff';
/** Tab and line feed among them. */
export const CONTROLS_AND_LINE_ENDS = '\\u0000-\\u001f\\u007f-\\u009f';
/** What nobody sees, or what changes the direction of the text: soft hyphens, zero-width characters, marks of order, line separators. */
export const INVISIBLE = '\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff';

/** Spaces of word processors and web pages that look like the keyboard's and are others. */
export const ODD_SPACES = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';
