import path from 'node:path/posix';
import { isPicture } from '../release/file-name.ts';
import type { Resolve } from '../release/render.ts';
import { isWebAddress } from '../release/field-kinds.ts';
import type { WholeDraft } from '../release/schema.ts';
import { fileBeside, withoutDot } from './files-beside.ts';
import type { Urls } from './urls.ts';

/**
 * Where the links and pictures in a release's text lead: web addresses, mail and telephone, a place in the text,
 * a file beside it, another release by its file name, or an address on this site.
 * Anything else leads nowhere. `make` turns an address of this site into the form that is wanted.
 */
export function resolveIn(
  release: Pick<WholeDraft, 'id'>,
  has: { readonly release: (id: string) => boolean; readonly files: ReadonlyMap<string, number> },
  urls: Urls,
  make: (address: string) => string = (address) => address,
): Resolve {
  return {
    link(target) {
      if (/^https?:/i.test(target)) return isWebAddress(target) ? target : undefined;
      if (/^(mailto|tel):[^\s<>"]+$/i.test(target)) return target;
      if (/^#[^\s<>"]*$/.test(target)) return target === '#' ? undefined : target;
      if (/^[a-z][a-z0-9+.-]*:/i.test(target) || target.includes('\\')) return undefined;
      const [file = '', fragment] = target.split('#', 2);
      const tail = fragment ? `#${encodeURI(fragment)}` : '';
      // An address without its scheme is meant for the scheme of the page, which is https.
      if (target.startsWith('//')) return isWebAddress(`https:${target}`) ? `https:${target}` : undefined;
      if (file.startsWith('/')) return make(urls.path(file.slice(1)) + tail);
      const id = path.join(path.dirname(release.id), file).replace(/\.md$/, '');
      if (file.endsWith('.md') && has.release(id)) return make(urls.release(id) + tail);
      const name = withoutDot(file);
      return fileBeside(release.id, name, has.files) ? make(urls.file(release.id, name) + tail) : undefined;
    },
    picture(target) {
      const name = withoutDot(target);
      return isPicture(name) && fileBeside(release.id, name, has.files) ? make(urls.file(release.id, name)) : undefined;
    },
  };
}
