import { defineConfig } from 'astro/config';
import { releaseArchive } from './src/site/integration.ts';

export default defineConfig({
  // The one pair that every static host serves alike: a folder with an index file for each page.
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  // 'jsx', the default, joins words across line ends.
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  integrations: [releaseArchive()],
});
