/** The prefixes that Word writes before the names of elements, by what stands in their namespaces' addresses. */
const USUAL: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, 'w'],
  [/\/officeDocument\/(?:2006\/)?math$/, 'm'],
  [/\/officeDocument\/(?:2006\/)?relationships$/, 'r'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/\/drawingml\/(?:2006\/)?main$/, 'a'],
  [/\/drawingml\/(?:2006\/)?picture$/, 'pic'],
  [/\/drawingml\/(?:2006\/)?chart$/, 'c'],
  [/\/drawingml\/(?:2006\/)?diagram$/, 'dgm'],
  [/\/drawingml\/(?:2006\/)?wordprocessingDrawing$/, 'wp'],
  [/\/word\/2010\/wordprocessingShape$/, 'wps'],
  [/\/word\/2010\/wordprocessingGroup$/, 'wpg'],
  [/^urn:schemas-microsoft-com:vml$/, 'v'],
];

/** The XML of a part of a Word file with the prefixes that Word writes; other programs number them (`ns0:p`), or have none. */
export function usualPrefixes(xml: string): string {
  const usual = new Map<string, string>();
  for (const [, prefix = '', address = ''] of xml.matchAll(/\sxmlns(?::([\w-]+))?="([^"]*)"/g)) {
    const own = USUAL.find(([form]) => form.test(address))?.[1];
    if (own !== undefined && own !== prefix) usual.set(prefix, own);
  }
  if (usual.size === 0) return xml;
  const named = (prefix: string | undefined) => usual.get(prefix ?? '') ?? prefix;
  const withName = (prefix: string | undefined, name: string) =>
    named(prefix) === undefined ? name : `${named(prefix)}:${name}`;
  return xml.replace(
    /<(\/?)(?:([\w-]+):)?([\w-]+)((?:[\s/][^<>]*)?)>/g,
    (_, close: string, prefix: string | undefined, name: string, rest: string) => {
      const attributes = rest
        .replace(
          /(\s)xmlns(?::([\w-]+))?="/g,
          (_, space: string, own: string | undefined) =>
            `${space}xmlns${named(own) === undefined ? '' : `:${named(own)}`}="`,
        )
        .replace(
          /(\s)(?!xmlns:)([\w-]+):([\w-]+)=/g,
          (_, space: string, own: string, last: string) => `${space}${named(own)}:${last}=`,
        );
      return `<${close}${withName(prefix, name)}${attributes}>`;
    },
  );
}
