import { defineConfig } from 'astro/config';

export default defineConfig({ site: 'https://announcements.example.com', trailingSlash: 'always' });
