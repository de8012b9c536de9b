import { createEngine, type Progress } from './engine.ts';
import { loadHits } from './load-hits.ts';
import type { Answer, Reply, Request } from './messages.ts';
import { openShards } from './open-shards.ts';
import type { ShardList } from './shard-list.ts';
import { resultView } from './view.ts';

// The search page's worker: the index and its WebAssembly live here, so that typing never waits for them.

type Opened = Awaited<ReturnType<typeof start>>;
let opened: Promise<Opened> | undefined;
let latest = 0;

addEventListener('message', (event: MessageEvent<Request>) => {
  latest = event.data.id;
  void answer(event.data);
});

async function answer(request: Request): Promise<void> {
  const { id, base, search } = request;
  const post = (reply: Reply) => {
    if (id === latest) postMessage({ id, reply } satisfies Answer);
  };
  try {
    opened ??= start(base);
    const { engine, list } = await opened;
    let total = 0;
    for await (const progress of engine.search(search)) {
      if (id !== latest) return;
      total = progress.hits.length;
      post({ kind: 'results', ...(await resultsOf(progress, request, list)) });
    }
    post({ kind: 'counts', counts: await engine.counts(search, total) });
  } catch {
    opened = undefined;
    post({ kind: 'failure', cause: 'no-index' });
  }
}

async function start(base: string) {
  const { list, open } = await openShards(base);
  return { list, engine: createEngine(list, open) };
}

async function resultsOf(progress: Progress, { search, count, base }: Request, list: ShardList) {
  const fragments = await loadHits(progress, search, count);
  const lost = Math.min(count, progress.hits.length) - fragments.length;
  return {
    results: fragments.map((fragment) => resultView(fragment, progress.query)),
    total: progress.hits.length,
    lost,
    waiting: progress.waiting.map(spanIn(list)),
    failed: progress.failed.map(spanIn(list)),
    outdated: (lost > 0 || progress.failed.length > 0) && (await isOutdated(base, list)),
    unknown: progress.unknown,
    loose: progress.loose,
  };
}

function spanIn(list: ShardList): (name: string) => string {
  return (name) => {
    const entry = list.shards.find((shard) => shard.name === name);
    return entry === undefined || entry.from === entry.to
      ? String(entry?.from ?? name)
      : `${entry.from} to ${entry.to}`;
  };
}

async function isOutdated(base: string, list: ShardList): Promise<boolean> {
  try {
    const response = await fetch(`${base}shards.json`, { cache: 'no-store' });
    return ((await response.json()) as ShardList).build !== list.build;
  } catch {
    return false;
  }
}
