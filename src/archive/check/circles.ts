import { compareText } from '../../text/compare-text.ts';
import type { Problem } from '../../release/problem.ts';
import type { CheckContext } from './context.ts';

/** Corrections that lead round. */
interface Circle {
  /** Ids of the releases in it, each correcting the next and the last the first; the smallest comes first. */
  readonly members: readonly string[];
  readonly problem: Problem;
}

/** Corrections that lead round in a circle, each told once, at its first member by id. */
export function correctionCircles(context: CheckContext): Circle[] {
  const found: Circle[] = [];
  const done = new Set<string>();
  for (const id of [...context.known.keys()].toSorted(compareText)) {
    for (const members of circlesFrom(id, context, done)) found.push(circle(members, context));
  }
  return found;
}

/** Follows corrections in depth, without recursion: a chain may be as long as an archive. */
function circlesFrom(start: string, { known }: CheckContext, done: Set<string>): string[][] {
  const found: string[][] = [];
  const path: { id: string; next: string[] }[] = [];
  const places = new Map<string, number>();
  const enter = (id: string): void => {
    const place = places.get(id);
    if (place !== undefined) found.push(path.slice(place).map((step) => step.id));
    if (place !== undefined || done.has(id)) return;
    places.set(id, path.length);
    path.push({ id, next: (known.get(id)?.corrects ?? []).map((correction) => correction.release) });
  };
  enter(start);
  for (let step = path.at(-1); step; step = path.at(-1)) {
    const next = step.next.shift();
    if (next !== undefined) {
      enter(next);
      continue;
    }
    path.pop();
    places.delete(step.id);
    done.add(step.id);
  }
  return found;
}

function circle(unordered: readonly string[], { folder }: CheckContext): Circle {
  const first = unordered.toSorted(compareText)[0] ?? '';
  const at = unordered.indexOf(first);
  const members = [...unordered.slice(at), ...unordered.slice(0, at)];
  return {
    members,
    problem: {
      file: folder.fileOf(first),
      line: folder.lineOf(first, 'corrects'),
      field: 'corrects',
      rule: 'correction-circle',
      severity: 'error',
      message:
        members.length === 1
          ? 'The release is said to correct itself.'
          : `These releases correct each other in a circle: ${members.join(', ')}.`,
      hint: 'A correction names an earlier release; take one of the lines out.',
    },
  };
}
