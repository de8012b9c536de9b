/** Words that stand together in the source, such as a line. */
interface WordRun {
  readonly words: readonly string[];
  /** True when a hyphen stands at its end, so that its last word may go on in the next run. */
  readonly isCut: boolean;
}

/** Words of a run that the other text has too, one after the other. */
interface Match {
  /** Place of the run. */
  readonly run: number;
  /** The first of the words in the run. */
  readonly from: number;
  readonly length: number;
  /** Where they stand in the other text. */
  readonly at: number;
}

interface Alignment {
  readonly matches: readonly Match[];
  /** Words that the other text lacks: place of the run, and of the word in it. */
  readonly lost: readonly { readonly run: number; readonly word: number }[];
  /** Places in the other text that no run accounts for, ascending. */
  readonly unused: readonly number[];
}

/** Runs of fewer words stand in many places by chance, and come last. */
const LONG = 3;
/** Places that are tried for a word; the commonest of a long report have thousands. */
const MOST_TRIED = 400;

/**
 * Finds the words of runs in another text, each place there once: whole runs first, then what is left of them in
 * stretches as long as may be, the place closest behind the run before where there are several.
 */
export function alignWords(runs: readonly WordRun[], target: readonly string[]): Alignment {
  const places = new Map<string, number[]>();
  target.forEach((word, at) => {
    const known = places.get(word);
    if (known) known.push(at);
    else places.set(word, [at]);
  });
  const used = new Uint8Array(target.length);
  const matches: Match[] = [];
  const lost: { run: number; word: number }[] = [];
  const ends: (number | undefined)[] = [];

  const lengthAt = (words: readonly string[], from: number, at: number) => {
    let length = 0;
    while (from + length < words.length && target[at + length] === words[from + length] && !used[at + length])
      length += 1;
    return length;
  };
  const best = (words: readonly string[], from: number, cursor: number) => {
    const all = (places.get(words[from] ?? '') ?? []).filter((at) => !used[at]);
    const split = all.findIndex((at) => at >= cursor);
    // The places behind the cursor first, then those before it.
    const order = split === -1 ? all : [...all.slice(split), ...all.slice(0, split)];
    let found = { at: -1, length: 0 };
    for (const at of order.slice(0, MOST_TRIED)) {
      const length = lengthAt(words, from, at);
      if (length > found.length) found = { at, length };
    }
    return found;
  };
  const take = (run: number, from: number, { at, length }: { at: number; length: number }) => {
    used.fill(1, at, at + length);
    matches.push({ run, from, length, at });
    ends[run] = at + length;
  };

  const open = new Set<number>();
  let cursor = 0;
  runs.forEach(({ words }, run) => {
    const found = words.length >= LONG ? best(words, 0, cursor) : { at: -1, length: 0 };
    if (words.length > 0 && found.length === words.length && words.length >= LONG) {
      take(run, 0, found);
      cursor = found.at + found.length;
    } else open.add(run);
  });
  cursor = 0;
  let skip = 0;
  runs.forEach(({ words, isCut }, run) => {
    if (!open.has(run)) {
      cursor = ends[run] ?? cursor;
      skip = 0;
      return;
    }
    let from = skip;
    skip = 0;
    while (from < words.length) {
      const next = runs[run + 1]?.words[0];
      if (isCut && from === words.length - 1 && next !== undefined && open.has(run + 1)) {
        const whole = best([`${words[from] ?? ''}${next}`], 0, cursor);
        if (whole.length === 1) {
          take(run, from, whole);
          cursor = whole.at + 1;
          skip = 1;
          break;
        }
      }
      const found = best(words, from, cursor);
      if (found.length === 0) lost.push({ run, word: from });
      else {
        take(run, from, found);
        cursor = found.at + found.length;
      }
      from += Math.max(1, found.length);
    }
  });
  return { matches, lost, unused: [...used.keys()].filter((at) => !used[at]) };
}
