import { createHash } from 'node:crypto';

/** The namespace of this program's ids. It never changes: readers know releases by what is made from it. */
const NAMESPACE = '5b0f3c52-8c1e-4d0a-9f0e-6a1d7c2b9e44';

/**
 * The id under which feeds and open data know a release for ever, whatever the site's domain or base path:
 * `urn:uuid:` and the UUID v5 (RFC 9562) of `<lodging code>/<id>`.
 */
export function entryId(code: string, id: string): string {
  return `urn:uuid:${uuidV5(NAMESPACE, `${code}/${id}`)}`;
}

/** The UUID v5 of a name in a namespace (RFC 9562, section 5.5), in lower case. */
export function uuidV5(namespace: string, name: string): string {
  const space = Buffer.from(namespace.replaceAll('-', ''), 'hex');
  const bytes = createHash('sha1').update(space).update(name, 'utf8').digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
