import { validateXML } from 'xmllint-wasm';

/** What makes a text ill-formed as XML, as libxml2 says it, with lines; empty when it is well-formed. */
export async function xmlFaults(xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'document.xml', contents: xml },
    normalization: 'format',
    // Only the faults are wanted: printing a large feed again takes longer than reading it.
    modifyArguments: (given) => given.map((argument) => (argument === '--format' ? '--noout' : argument)),
  });
  return errors.map(({ loc, message }) => `line ${loc?.lineNumber ?? '?'}: ${message}`);
}
