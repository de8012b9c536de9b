import path from 'node:path/posix';
import { inUtf8, OTHER_TYPES, TEXT_TYPES, TYPES_BY_NAME } from '../build/output/hosts/served-types.ts';
import { ending, mediaType } from '../release/file-name.ts';

/** The media type under which this machine serves a file of the site, by its path: the one that `_headers` asks hosts for. */
export function servedType(below: string): string {
  const dotted = `.${ending(below)}`;
  const text = TYPES_BY_NAME[path.basename(below)] ?? HOST_FILES[path.basename(below)] ?? TEXT_TYPES[dotted];
  return text === undefined ? (OTHER_TYPES[dotted] ?? mediaType(below) ?? 'application/octet-stream') : inUtf8(text);
}

/** What hosts read; visitors see it on this machine alone. */
const HOST_FILES: Readonly<Record<string, string>> = {
  _headers: 'text/plain',
  _redirects: 'text/plain',
  '_redirects.caddy': 'text/plain',
  '_redirects.nginx': 'text/plain',
  '.htaccess': 'text/plain',
  '.assetsignore': 'text/plain',
  'web.config': 'application/xml',
};
