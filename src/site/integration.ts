import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isPublishable, type Problem } from '../release/problem.ts';
import { formatProblems } from '../release/report-problems.ts';
import { beginBuild, restoreSite } from './begin-build.ts';
import { wasChanged } from './checksums.ts';
import { devAddress, followReleases, loadReleases } from './dev-releases.ts';
import { serveFilesInDevelopment } from './dev-server.ts';
import { BuildFailure, readEnvironment, UsageError, type Environment, type SiteAddress } from './environment.ts';
import { pageWriter } from './page-writer.ts';
import { publish, type Making } from './publish.ts';
import { runningFilesThread, startFilesThread, type FilesThread } from './files-thread.ts';
import { formerFolder } from './former-site.ts';
import { requireReleases } from './replacing.ts';
import { openSiteFolder } from './site-folder.ts';
import { createSite, TEXTS_IN_MEMORY, type Site } from './site.ts';
import { moveLeftAssets, stagingFolder } from './staging.ts';
import { getSite, readAddress, setSite } from './state.ts';
import { stopwatch } from './stopwatch.ts';
import { exchangeTexts } from './text-exchange.ts';
import type { NamedAddresses } from './whole-site.ts';

/**
 * Connects the archive with Astro: has it read while Astro gets ready, renders into a folder aside, completes the site there
 * (sources, attachments, search) and puts it in the place of the former one at the very end.
 */
export function releaseArchive(): AstroIntegration {
  let environment: Environment;
  let address: SiteAddress;
  let making: Making;
  return {
    name: 'release-archive',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        // `astro check` looks at the program alone, whatever stands in the releases.
        if (command === 'sync') return;
        environment = readEnvironment(process.env, fileURLToPath(config.root));
        address = command === 'dev' ? devAddress(environment) : readAddress(environment, process.env);
        if (command === 'dev') {
          // Search works on the site that was built last.
          restoreSite(environment, log);
          loadReleases(environment, address);
        }
        const outDir = command === 'build' ? stagingFolder(environment) : environment.out;
        updateConfig({ site: address.origin, base: address.base, outDir: pathToFileURL(`${outDir}/`) });
      },
      'astro:server:setup': ({ server }) => {
        followReleases(server, environment, address);
        serveFilesInDevelopment(server, environment, getSite);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const thread = runningFilesThread() ?? startTalking(environment);
        const folder = openSiteFolder(stagingFolder(environment), formerFolder(environment));
        const named: NamedAddresses = new Map();
        making = { folder, named, thread };
        setPrerenderer((prerenderer) => ({
          ...pageWriter(prerenderer, address.base, folder, named),
          async setup() {
            moveLeftAssets(stagingFolder(environment));
            stopwatch.lap('Astro getting ready');
            setSite(await siteOfThread(making.thread, address, environment));
            stopwatch.lap('waiting for releases');
            await prerenderer.setup?.();
          },
        }));
      },
      // Astro has emptied the folder by now.
      'astro:build:setup': () => making.thread.begin(making.folder.write),
      'astro:build:done': async ({ dir }) => {
        stopwatch.lap('rendering');
        if (!isPublishable(await making.thread.checked)) throw notPublishable();
        await publish(getSite(), fileURLToPath(dir), environment, making, stopwatch);
      },
    },
  };
}

/**
 * `npm run build` starts the thread itself, says what it has found, and ends where that forbids to publish; where Astro is
 * called by its own command, this does, and renders nothing before all is checked.
 */
function startTalking(environment: Environment): FilesThread {
  beginBuild(environment, log);
  const thread = startFilesThread(environment, Date.now());
  const read = thread.checked.then((problems) => {
    say(problems);
    return isPublishable(problems) ? thread.read : undefined;
  });
  return { ...thread, read };
}

/**
 * The site of what the thread has read; both make its texts for each other. Whatever forbids to publish it is thrown here,
 * where nothing is rendered yet: whoever tells the person at the terminal of it may be slower than Astro.
 */
async function siteOfThread(thread: FilesThread, address: SiteAddress, environment: Environment): Promise<Site> {
  const parts = await thread.read;
  if (!parts) throw notPublishable();
  requireReleases(parts.releases.length, environment);
  // Astro was told the address before the releases were read.
  if (parts.address.origin !== address.origin || parts.address.base !== address.base)
    throw new BuildFailure(wasChanged(path.join(environment.releases, 'archive.yml')));
  const site = createSite(parts, TEXTS_IN_MEMORY);
  exchangeTexts(site, thread.texts, TEXTS_IN_MEMORY);
  return site;
}

function notPublishable(): UsageError {
  return new UsageError('The site was not built, because of the problems above.');
}

function say(problems: readonly Problem[]): void {
  if (problems.length > 0) process.stderr.write(`${formatProblems(problems)}\n`);
}

function log(text: string): void {
  process.stderr.write(`${text}\n`);
}
