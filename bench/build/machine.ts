import { cpus, loadavg, totalmem } from 'node:os';
import { readFileSync } from 'node:fs';
import { byteSize, counted } from '../../src/text/counted.ts';
import type { Contender } from '../compare/contenders.ts';

/** The machine and the programs that were measured, in one line each. */
export function describeMachine(contenders: readonly Contender[]): readonly string[] {
  const processors = cpus();
  const [load = 0] = loadavg();
  const model = processors[0]?.model.trim() ?? 'unknown processor';
  const versions = contenders.filter(({ installed }) => installed).map(({ version }) => version);
  return [
    `${process.platform} ${process.arch}, ${counted(processors.length, 'core')} (${model}), ${byteSize(totalmem())} of memory, load ${load.toFixed(1)} at the start`,
    [
      `Node ${process.versions.node}`,
      `Astro ${versionOf('astro')}`,
      `Pagefind ${versionOf('pagefind')}`,
      ...versions,
    ].join(', '),
  ];
}

function versionOf(name: string): string {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version; // as every package has it
}
