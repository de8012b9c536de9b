import { logoName } from '../../archive/look.ts';
import { sourcesOf } from '../../data/checksums.ts';
import type { SiteFolder } from '../site-folder.ts';
import type { Site } from '../site.ts';

/** Copies the sources and attachments of all releases into the site, and the company's logo. Throws a `BuildFailure` where one was changed since it was read. */
export function copyReleaseFiles(site: Site, folder: SiteFolder): void {
  for (const release of site.archive.releases)
    for (const { path: name, below } of sourcesOf(release, site.filesOf(release)))
      folder.copy({ root: site.parts.root, below }, name, site.digestOf(below));
  const { logo } = site.archive.settings;
  const name = logo === undefined ? undefined : logoName(logo);
  if (logo !== undefined && name !== undefined)
    folder.copy({ root: site.parts.root, below: logo }, name, site.digestOf(logo));
}
