import type { AstroUserConfig } from 'astro';

/** What Astro is told of every site, for `astro.config.mjs` and the commands alike. */
export const astroSettings = {
  // The one pair that every static host serves alike: a folder with an index file for each page.
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  // 'jsx', the default, joins words across line ends.
  compressHTML: true,
  // A module may load what few searches need when they do.
  vite: { worker: { format: 'es' } },
  devToolbar: { enabled: false },
} as const satisfies AstroUserConfig;
