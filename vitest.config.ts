import { defineConfig } from 'vitest/config';

// The build of the sample archive, for the projects that look at what a visitor gets.
const builds = './tests/support/build.ts';

export default defineConfig({
  test: {
    // Limits for something that hangs, on a slow machine with two cores: no test asserts a duration.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: ['tests/{built,browser}/**'] },
      },
      {
        extends: true,
        test: { name: 'built', include: ['tests/built/**/*.test.ts'], globalSetup: builds },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: builds,
          // One browser for all files, after everything else, because it needs the cores for itself.
          isolate: false,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
