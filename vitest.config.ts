import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// The build of the sample archive, for the projects that look at what a visitor gets.
const builds = './tests/support/build.ts';

export default defineConfig({
  test: {
    // Limits for something that hangs, on a slow machine with two cores: no test asserts a duration.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 40_000 } },
    // One file more at once than there are cores: a file that waits for a build or a browser leaves its core to another.
    maxWorkers: availableParallelism() + 1,
    // Files share a worker and what it has imported. What a file changes beyond itself it takes back.
    isolate: false,
    setupFiles: './tests/support/own-fetch.ts',
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
        test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], globalSetup: builds },
      },
    ],
  },
});
