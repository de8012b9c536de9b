import { isInline, styleOf } from './elements.ts';

/**
 * True for an element that its own style keeps from being seen: not displayed, without size, or far off the page.
 * What may be seen after all, since something inside sets another size, is not hidden.
 */
export function isHidden(element: Element): boolean {
  const style = styleOf(element);
  return (
    element.hasAttribute('hidden') ||
    /display:none|visibility:hidden|mso-hide:all/.test(style) ||
    (isSet(style, 'font-size', ZERO) && [...element.querySelectorAll('*')].every(hasNoSize)) ||
    (/(?:^|;)position:(?:absolute|fixed)/.test(style) && isSet(style, 'left|top|right|bottom', FAR_OFF)) ||
    isSet(style, 'text-indent', FAR_OFF)
  );
}

/** True for an element that its own style makes transparent, unless a script may fade it in. */
export function isTransparent(element: Element): boolean {
  const style = styleOf(element);
  return isSet(style, 'opacity', ZERO) && !isFadedIn(element, style);
}

const ZERO = '0*\\.?0+(?:px|pt|em|rem|%)?';
/** No page is so wide; a list hangs, and a picture of a gallery waits, nearer by. */
const FAR_OFF = '-(?:[5-9]\\d{3}|\\d{5,})(?:\\.\\d+)?px|-\\d{3,}(?:\\.\\d+)?r?em';

function isSet(style: string, property: string, value: string): boolean {
  return new RegExp(`(?:^|;)(?:${property}):(?:${value})(?:!important)?(?:;|$)`).test(style);
}

/** True for what has the size of the text around it: headings and classes may set their own. */
function hasNoSize(element: Element): boolean {
  return isInline(element) && !element.hasAttribute('class') && !/font/.test(styleOf(element));
}

function isFadedIn(element: Element, style: string): boolean {
  const isMoved = /(?:^|;)(?:-\w+-)?(?:transform|transition|animation|will-change)/.test(style);
  return isMoved || [...element.attributes].some(({ name }) => name.startsWith('data-'));
}
