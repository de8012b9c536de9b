import { defineMdastPlugin } from 'satteri';

/**
 * A plugin that finds lines such as `[1]: Unaudited` and `[^1]: Unaudited`, which Markdown takes for the address of a
 * link or for a footnote and shows only where the text refers to them. `onLine` gets the line of each that no page
 * shows: nothing refers to it, or an earlier one has its label.
 */
export function findUnusedDefinitions(onLine: (line: number) => void) {
  const defined: { readonly key: string; readonly line: number }[] = [];
  const used = new Set<string>();
  const note = (kind: string) => (node: { identifier: string; position?: { start: { line: number } } | undefined }) => {
    defined.push({ key: kind + node.identifier, line: node.position?.start.line ?? 1 });
  };
  const use = (kind: string) => (node: { identifier: string }) => {
    used.add(kind + node.identifier);
  };
  return defineMdastPlugin({
    name: 'unused-definitions',
    options: { position: true },
    definition: note('link '),
    linkReference: use('link '),
    imageReference: use('link '),
    footnoteDefinition: note('footnote '),
    footnoteReference: use('footnote '),
    after() {
      const seen = new Set<string>();
      for (const { key, line } of defined) {
        if (!used.has(key) || seen.has(key)) onLine(line);
        seen.add(key);
      }
    },
  });
}
