import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { mediaType } from '../../release/file-name.ts';
import { cards } from '../../data/cards.ts';
import type { SiteFolder } from '../site-folder.ts';
import type { Site } from '../site.ts';

/**
 * Writes the preview pictures of a site. Their letters come from fonts that lie in a package, so that they are the same,
 * byte for byte, on every machine.
 */
export async function writeCards(site: Site, folder: SiteFolder): Promise<void> {
  const { Resvg } = await import('@resvg/resvg-js');
  const fonts = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) =>
    require.resolve(`dejavu-fonts-ttf/ttf/${name}`),
  );
  const { archive, title, parts } = site;
  for (const { name, svg } of cards({ archive, title, logo: logoOf(archive.settings.logo, parts) })) {
    const picture = new Resvg(svg, {
      font: { loadSystemFonts: false, fontFiles: fonts, defaultFontFamily: 'DejaVu Sans' },
    });
    const png = picture.render().asPng();
    folder.write(`cards/${name}.png`, png);
    // Where 0.1.0 had it: others' pages still show it.
    if (name === 'site') folder.write('card.png', png);
  }
}

function logoOf(logo: string | undefined, { root }: Pick<Site['parts'], 'root'>): string | undefined {
  if (logo === undefined) return undefined;
  const type = mediaType(logo) ?? 'image/svg+xml';
  return `data:${type};base64,${readFileSync(path.join(root, logo)).toString('base64')}`;
}

const require = createRequire(import.meta.url);
