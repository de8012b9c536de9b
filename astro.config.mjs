import { defineConfig } from 'astro/config';
import { releaseArchive } from './src/astro/integration.ts';
import { astroSettings } from './src/astro/settings.ts';

export default defineConfig({ ...astroSettings, integrations: [releaseArchive()] });
