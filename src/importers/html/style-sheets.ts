/** What a sheet may say of a text on which its words depend. */
const PROPERTIES: readonly { readonly name: string; readonly wanted: RegExp }[] = [
  { name: 'text-decoration', wanted: /line-through/ },
  { name: 'vertical-align', wanted: /^su(?:per|b)$/ },
];

/** Sheets of whole sites have some thousand rules, a few hundred of them on such a matter; more would take long. */
const MAX_RULES = 5000;
const MAX_OWN = 500;
/** No page has more texts that are struck out, raised or lowered. */
const MAX_ELEMENTS = 2000;

/**
 * Writes into the elements themselves what the style sheets in a page say of them and their words depend on: struck out, raised
 * or lowered. Of several rules the last counts; rules for other media and for states of an element count for nothing.
 */
export function applyStyleSheets(document: Document): void {
  const rules = [...document.querySelectorAll('style')].flatMap(({ textContent }) => rulesOf(textContent));
  for (const { name, wanted } of PROPERTIES) {
    const own = rules
      .flatMap(({ selectors, body }) => {
        const value = valueOf(body, name);
        return value === undefined ? [] : [{ selectors, value }];
      })
      .slice(-MAX_OWN);
    const meant = own
      .filter(({ value }) => wanted.test(value))
      .flatMap(({ selectors }) => elementsOf(document, selectors));
    for (const element of [...new Set(meant)].slice(0, MAX_ELEMENTS)) {
      const last = own.findLast(({ selectors }) => selectors.some((selector) => isMatch(element, selector)));
      if (last) element.setAttribute('style', `${name}:${last.value};${element.getAttribute('style') ?? ''}`);
    }
  }
}

interface Rule {
  readonly selectors: readonly string[];
  readonly body: string;
}

/** The rules of a sheet that stand in no other one, as those for paper do. */
function rulesOf(sheet: string): Rule[] {
  const text = withoutRemarks(sheet).replace(/<!--|-->/g, '');
  const rules: Rule[] = [];
  let at = 0;
  while (at < text.length && rules.length < MAX_RULES) {
    const open = text.indexOf('{', at);
    if (open === -1) break;
    // A sheet may begin with statements such as `@import "x";`.
    const head = text.slice(at, open).split(';').at(-1)?.trim() ?? '';
    let depth = 1;
    let end = open + 1;
    for (; end < text.length && depth > 0; end++) depth += { '{': 1, '}': -1 }[text[end] ?? ''] ?? 0;
    if (!head.startsWith('@')) rules.push({ selectors: head.split(','), body: text.slice(open + 1, end - 1) });
    at = end;
  }
  return rules;
}

function withoutRemarks(sheet: string): string {
  const [first = '', ...others] = sheet.split('/*');
  return [first, ...others.map((part) => (part.includes('*/') ? part.slice(part.indexOf('*/') + 2) : ''))].join(' ');
}

function valueOf(body: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[;\\s])${name}(?:-line)?\\s*:\\s*([^;]+)`, 'i').exec(body)?.[1];
  return found
    ?.replace(/!\s*important/i, '')
    .trim()
    .toLowerCase();
}

function elementsOf(document: Document, selectors: readonly string[]): Element[] {
  return selectors.flatMap((selector) =>
    isPlain(selector) ? (tried(() => [...document.querySelectorAll(selector)]) ?? []) : [],
  );
}

function isMatch(element: Element, selector: string): boolean {
  return isPlain(selector) && tried(() => element.matches(selector)) === true;
}

/** True for a selector that holds whatever a reader does. */
function isPlain(selector: string): boolean {
  return !selector.includes(':') && selector.trim() !== '';
}

/** What a function gives, or `undefined` for a selector that the parser does not know. */
function tried<T>(find: () => T): T | undefined {
  try {
    return find();
  } catch {
    return undefined;
  }
}
