import { defineMdastPlugin } from 'satteri';

/**
 * A plugin that finds lines such as `[1]: Unaudited` and `[^1]: Unaudited`, which Markdown takes for the address of a
 * link or for a footnote and shows only where the text refers to them. `onLine` gets the line of each that no page
 * shows: nothing refers to it but footnotes that are not shown either, or an earlier one has its label.
 */
export function findUnusedDefinitions(onLine: (line: number) => void) {
  const defined: Part[] = [];
  const used: Part[] = [];
  const note = (parts: Part[], kind: string) => (node: Identified) => {
    const { start, end } = node.position ?? {};
    parts.push({
      key: kind + node.identifier,
      line: start?.line ?? 1,
      start: start?.offset ?? 0,
      end: kind === FOOTNOTE ? (end?.offset ?? 0) : 0,
    });
  };
  return defineMdastPlugin({
    name: 'unused-definitions',
    options: { position: true },
    definition: note(defined, LINK),
    linkReference: note(used, LINK),
    imageReference: note(used, LINK),
    footnoteDefinition: note(defined, FOOTNOTE),
    footnoteReference: note(used, FOOTNOTE),
    after() {
      const shown = shownOf(defined, used);
      for (const part of defined) if (!shown.has(part)) onLine(part.line);
    },
  });
}

const LINK = 'link ';
const FOOTNOTE = 'footnote ';

interface Identified {
  readonly identifier: string;
  readonly position?: { readonly start: Point; readonly end: Point } | undefined;
}

interface Point {
  readonly line: number;
  readonly offset?: number | undefined;
}

interface Part {
  readonly key: string;
  readonly line: number;
  readonly start: number;
  /** Where a footnote's text ends; what is no footnote holds nothing. */
  readonly end: number;
}

/** The definitions to which the text refers, and those to which a footnote refers that is itself shown. */
function shownOf(defined: readonly Part[], used: readonly Part[]): ReadonlySet<Part> {
  // Of several with one label the first counts.
  const byKey = new Map(defined.toReversed().map((part) => [part.key, part]));
  const references = byFootnote(defined, used);
  const shown = new Set<Part>();
  const waiting: (Part | undefined)[] = [undefined];
  while (waiting.length > 0) {
    for (const { key } of references.get(waiting.pop()) ?? []) {
      const part = byKey.get(key);
      if (!part || shown.has(part)) continue;
      shown.add(part);
      waiting.push(part);
    }
  }
  return shown;
}

/** References by the innermost footnote in whose text they stand; those of the text itself under `undefined`. */
function byFootnote(defined: readonly Part[], used: readonly Part[]): ReadonlyMap<Part | undefined, readonly Part[]> {
  const byPlace = (a: Part, b: Part): number => a.start - b.start;
  const coming = defined
    .filter(({ end }) => end > 0)
    .toSorted(byPlace)
    .toReversed();
  const around: Part[] = [];
  return Map.groupBy(used.toSorted(byPlace), ({ start }) => {
    while ((coming.at(-1)?.start ?? Infinity) < start) around.push(...coming.splice(-1));
    while ((around.at(-1)?.end ?? Infinity) <= start) around.pop();
    return around.at(-1);
  });
}
