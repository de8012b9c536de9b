import { readFacts } from '../record/facts.ts';
import { FACTS, HEADLINE } from '../record/filters.ts';
import type { Progress } from './engine.ts';
import { PAGE, type Answer, type Reply, type Request, type Results, type ResultRow } from './messages.ts';
import { openIndex, readList, type OpenIndex } from './open-index.ts';
import type { Hit } from './rank.ts';
import { soon } from './patience.ts';
import type { IndexedPage } from './shard.ts';
import { spanWords } from './spans.ts';
import { resultView } from './view.ts';

// The search page's worker: the index is read here, so that typing never waits for it.

type SearchRequest = Extract<Request, { kind: 'search' }>;

/** So many results are shown first. */
const FEW = 5;

let opened: Promise<OpenIndex> | undefined;
let latest = 0;

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (data.kind === 'search') {
    latest = data.id;
    void answer(data);
  } else if (data.kind === 'open') void prepare(data.base);
  else void (data.kind === 'suggest' ? answerSuggestions(data) : answerAll(data));
});

/** Loads what every search takes before somebody types. What fails is asked for again with the search. */
async function prepare(base: string): Promise<void> {
  try {
    opened ??= openIndex(base);
    await (await opened).engine.prepare();
  } catch {
    opened = undefined;
  }
}

async function answer(request: SearchRequest, isRetry = false): Promise<void> {
  const { id, base, search } = request;
  const post = (reply: Reply) => {
    if (id === latest) send(id, reply);
  };
  const wasOpen = opened !== undefined;
  try {
    opened ??= openIndex(base);
    const index = await opened;
    let last: Progress | undefined;
    let isNew: Promise<boolean> | undefined;
    const textOf = openTexts();
    for await (const progress of index.engine.search(search)) {
      if (id !== latest) return;
      const [isFirst, isSettled] = [last === undefined, progress.waiting.length === 0];
      last = progress;
      // Files may be gone, or words be new, because the site was built anew since the page was opened.
      if (isSettled && isDoubtful(progress)) isNew = isOutdated(index);
      if (isSettled && (request.count > PAGE || progress.hits.length <= FEW)) continue;
      // Nobody waits for the last result to see the first, and what others may overtake is not worth loading.
      const count = request.count <= PAGE && (isFirst || isSettled) ? FEW : request.count;
      const few = await resultsOf(progress, { ...request, count }, index, textOf);
      post({ kind: 'results', ...few, waiting: few.waiting || spanWords(progress.searched) });
    }
    if (last === undefined || id !== latest) return;
    const results = await resultsOf(last, request, index, textOf);
    const outdated = await (isNew ?? (results.lost > 0 && isOutdated(index)));
    if (outdated && !isRetry) {
      opened = undefined;
      return await answer(request, true);
    }
    post({ kind: 'results', ...results, outdated });
    // The next search asks for the names again.
    if (index.lacksNames) opened = undefined;
    await Promise.all([
      index.engine
        .counts(search, last)
        .catch(() => undefined)
        .then((counts) => post({ kind: 'counts', counts })),
      results.full === 0 &&
        results.failed === '' &&
        // Few searches find nothing, and what nobody has typed yet should load little.
        import('./instead.ts')
          .then(({ searchInstead }) => searchInstead(search, index))
          .catch(() => [])
          .then((instead) => post({ kind: 'instead', instead })),
    ]);
    // What is loaded of a former build answers without a doubt: whether there is a newer one is asked when the results are there.
    if (wasOpen && isNew === undefined && (await isOutdated(index)) && id === latest) {
      opened = undefined;
      await answer(request, true);
    }
  } catch {
    opened = undefined;
    post({ kind: 'failure', cause: 'no-index' });
  }
}

/** What the list of shards as it is now could change. */
function isDoubtful({ failed, lacksWords, unknown, corrected, hits }: Progress): boolean {
  return failed.length > 0 || lacksWords || unknown.length > 0 || corrected.length > 0 || hits.length === 0;
}

async function isOutdated({ files, list }: OpenIndex): Promise<boolean> {
  return soon(readList(files)).then(
    ({ build }) => build !== list.build,
    () => false,
  );
}

async function resultsOf(
  progress: Progress,
  { count, search }: SearchRequest,
  { list, names, lacksNames }: OpenIndex,
  textOf: (hit: Hit) => Promise<IndexedPage>,
): Promise<Results> {
  const { query, hits, full } = progress;
  const settled = await Promise.allSettled(
    hits.slice(0, count).map(async (hit) => resultView(await textOf(hit), query, hit.lacking)),
  );
  const results = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  return {
    results,
    full,
    partly: hits.length - full,
    lost: settled.length - results.length,
    waiting: spanWords(progress.waiting),
    failed: spanWords(progress.failed),
    lacksWords: progress.lacksWords,
    lacksNames,
    within: progress.searched.length < list.shards.length && progress.isNarrowed ? spanWords(progress.searched) : '',
    outdated: false,
    unknown: progress.unknown,
    corrected: progress.corrected,
    cut: query.cut,
    hasList: search.company === undefined || names.companies.some(({ code }) => code === search.company),
    entities: query.terms.flatMap(({ typed, meaning, kind }, at) =>
      kind === 'word' || (kind !== 'amount' && meaning === undefined)
        ? []
        : [{ typed, meaning: meaning ?? typed, count: progress.counts[at] ?? 0 }],
    ),
  };
}

/** The texts of an answer's results. One that hangs holds up no other, and is waited for once; it is asked for again with those that fail. */
function openTexts() {
  const texts = new Map<string, Promise<IndexedPage>>();
  return ({ shard, page }: Hit): Promise<IndexedPage> => {
    const key = `${shard.entry.name}/${page}`;
    const text = texts.get(key) ?? soon(shard.page(page));
    texts.set(key, text);
    return text;
  };
}

async function answerSuggestions({ id, base, typed }: Extract<Request, { kind: 'suggest' }>): Promise<void> {
  try {
    opened ??= openIndex(base);
    const [{ names, engine }, { suggest }] = await Promise.all([opened, import('./suggest.ts')]);
    send(id, { kind: 'suggestions', suggestions: await suggest(typed, names, engine.complete) });
  } catch {
    send(id, { kind: 'suggestions', suggestions: [] });
  }
}

/** Everything that a search finds with all that it asks for, for a table. */
async function answerAll({ id, base, search }: Extract<Request, { kind: 'all' }>): Promise<void> {
  try {
    opened ??= openIndex(base);
    const { engine } = await opened;
    let hits: readonly Hit[] = [];
    for await (const progress of engine.search(search)) hits = progress.hits.slice(0, progress.full || undefined);
    const rows = await Promise.all(
      hits.map(async (hit): Promise<ResultRow> => {
        const { url, meta } = await hit.shard.page(hit.page);
        return { ...readFacts(meta[FACTS] ?? ''), url, headline: meta[HEADLINE] ?? '' };
      }),
    );
    send(id, { kind: 'all', rows });
  } catch {
    opened = undefined;
    send(id, { kind: 'failure', cause: 'no-index' });
  }
}

function send(id: number, reply: Reply): void {
  postMessage({ id, reply } satisfies Answer);
}
