import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isPublishable } from '../release/problem.ts';
import { serveFilesInDevelopment } from './dev-server.ts';
import { readEnvironment, UsageError, type Environment } from './environment.ts';
import { pageWriter } from './page-writer.ts';
import { publish, type Making } from './publish.ts';
import { formatProblems } from '../release/report-problems.ts';
import { nothingTaken } from './file-work.ts';
import { startFilesThread } from './files-thread.ts';
import { formerFolder } from './former-site.ts';
import { openSiteFolder } from './site-folder.ts';
import { stagingFolder } from './staging.ts';
import { getSite, hasSite, loadSite, setSite, type LoadedSite } from './state.ts';
import { stopwatch } from './stopwatch.ts';

/**
 * Connects the archive with Astro: loads it once, renders into a folder aside, completes the site there
 * (sources, attachments, search) and puts it in the place of the former one at the very end.
 */
export function releaseArchive(): AstroIntegration {
  let environment: Environment;
  let making: Making;
  return {
    name: 'release-archive',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        environment = readEnvironment(process.env, fileURLToPath(config.root));
        // `npm run build` has loaded the archive itself, to speak to the person at the terminal first.
        if (!hasSite()) {
          const { site } = command === 'preview' ? loadForPreview(environment) : load(environment, command === 'dev');
          if (!site) throw new UsageError('The site was not built, because of the problems above.');
          setSite(site);
        }
        const { urls } = getSite();
        const outDir = command === 'build' ? stagingFolder(environment) : environment.out;
        updateConfig({ site: urls.origin, base: urls.base, outDir: pathToFileURL(`${outDir}/`) });
      },
      'astro:server:setup': ({ server }) => {
        const reload = (file: string): void => {
          if (path.relative(environment.releases, file).startsWith('..')) return;
          try {
            const { site } = load(environment, true);
            if (!site) return;
            setSite(site);
          } catch (error) {
            // While somebody writes, the site stands as it was and the server goes on.
            if (!(error instanceof UsageError)) throw error;
            process.stderr.write(`${error.message}\n`);
            return;
          }
          // Astro keeps the list of addresses until it hears that content has changed.
          for (const each of Object.values(server.environments)) each.hot.send('astro:content-changed', {});
          server.ws.send({ type: 'full-reload' });
        };
        server.watcher.add(environment.releases);
        for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, reload);
        serveFilesInDevelopment(server, environment, getSite);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const { parts, urls, take } = getSite();
        const staging = stagingFolder(environment);
        const taken = nothingTaken();
        const thread = startFilesThread({ parts, environment, staging, taken }, take);
        making = { folder: openSiteFolder(staging, formerFolder(environment)), thread, taken };
        setPrerenderer((prerenderer) => pageWriter(prerenderer, urls.base, making.folder));
      },
      // Astro has emptied the folder by now.
      'astro:build:setup': () => making.thread.begin(),
      'astro:build:done': async ({ dir }) => {
        stopwatch.lap('rendering');
        await publish(getSite(), fileURLToPath(dir), environment, making, stopwatch);
      },
    },
  };
}

/** What is wrong with the releases was said when the site was built; here its address alone is wanted. */
function loadForPreview(environment: Environment): LoadedSite {
  return loadSite(environment, { drafts: true, now: Date.now(), variables: process.env });
}

function load(environment: Environment, drafts: boolean): LoadedSite {
  const loaded = loadSite(environment, { drafts, now: Date.now(), variables: process.env });
  if (loaded.problems.length > 0) process.stderr.write(`${formatProblems(loaded.problems)}\n`);
  if (drafts && !isPublishable(loaded.problems)) {
    process.stderr.write('Releases with problems are left out until they are put right.\n');
  }
  return loaded;
}
