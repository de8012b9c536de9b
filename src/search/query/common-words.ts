/**
 * Words that tell nothing of a release, since nearly every one holds them, or since people say them of what they look for
 * (the neodymium one, about a placement, when did they): a search that has others can do without them.
 */
export const commonWords: ReadonlySet<string> = new Set(
  (
    'a about all am an and announce announced announces any are as asx at be been being between but by can could did do does doing for from had has have having ' +
    'he her him his how i if in into is it its last latest many me much my newest no not of on one or our please recent she should show since find tell so some than ' +
    'that the their them then there these they this those to us was we were what whats when where which while who whom ' +
    'whose why will with would you your'
  ).split(' '),
);
