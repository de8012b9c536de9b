import { validateXML } from 'xmllint-wasm';

/** What makes a text ill-formed as XML, as libxml2 says it, with lines; empty when it is well-formed. */
export async function xmlFaults(xml: string): Promise<readonly string[]> {
  return (await lint([xml])).map(({ fault }) => fault);
}

/** The same of many texts by their names, each fault after the name; starting libxml2 takes longer than reading them. */
export async function xmlFaultsByName(texts: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const names = [...texts.keys()];
  return (await lint([...texts.values()])).map(({ at, fault }) => `${names[at] ?? '?'}, ${fault}`);
}

async function lint(texts: readonly string[]): Promise<readonly { at: number; fault: string }[]> {
  const { errors } = await validateXML({
    xml: texts.map((contents, at) => ({ fileName: `${at}.xml`, contents })),
    normalization: 'format',
    // Only the faults are wanted: printing a large feed again takes longer than reading it.
    modifyArguments: (given) => given.map((argument) => (argument === '--format' ? '--noout' : argument)),
  });
  return errors.map(({ loc, message }) => ({
    at: Number.parseInt(loc?.fileName ?? ''),
    fault: `line ${loc?.lineNumber ?? '?'}: ${message}`,
  }));
}
