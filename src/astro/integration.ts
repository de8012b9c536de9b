import type { AstroIntegration } from 'astro';
import { fileURLToPath } from 'node:url';
import { restoreSite } from '../build/begin-build.ts';
import { readEnvironment } from '../build/environment.ts';
import { UsageError } from '../build/failure.ts';
import { devAddress, followReleases, loadReleases } from './dev-releases.ts';
import { serveFilesInDevelopment } from './dev-server.ts';
import { getSite } from './get-site.ts';
import { addPages } from './page-routes.ts';

/** Connects the archive with Astro for `npm run dev`: reads the releases and follows their changes. Builds do without it. */
export function releaseArchive(): AstroIntegration {
  return {
    name: 'release-archive',
    hooks: {
      'astro:config:setup': (setup) => {
        const { command, config, updateConfig } = setup;
        addPages(setup);
        if (command === 'build')
          throw new UsageError('Run npm run build. astro build alone would leave out search and feeds.');
        if (command === 'dev') {
          const environment = readEnvironment(process.env, fileURLToPath(config.root));
          const address = devAddress(environment);
          // Search works on the site that was built last.
          restoreSite(environment, (text) => void process.stderr.write(`${text}\n`));
          loadReleases(environment, address);
          updateConfig({ site: address.origin, base: address.base });
        }
      },
      'astro:server:setup': ({ server }) => {
        const environment = readEnvironment(process.env, server.config.root);
        followReleases(server, environment, devAddress(environment));
        serveFilesInDevelopment(server, environment, getSite);
      },
    },
  };
}
