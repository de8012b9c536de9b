import { app } from 'astro/entrypoints/prerender';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';

// What Astro bundles the program's pages into; src/astro/page-bundle.ts has it do so.

/** Renders pages. */
export const pages = app;

/** Where all pages are, each with its route. */
export const findPaths = () => new StaticPaths(app).getAll();
