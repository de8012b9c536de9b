import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const releases = defineCollection({
  loader: glob({ pattern: '**/*.md', base: './src/releases' }),
  schema: z.object({
    title: z.string(),
    date: z.coerce.date(),
    codes: z.array(z.string()),
    types: z.array(z.string()),
    year: z.string(),
    sort: z.string(),
    when: z.string(),
  }),
});

export const collections = { releases };
