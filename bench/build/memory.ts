import { readdirSync, readFileSync } from 'node:fs';

/** Watches a process until it is told to stop. */
interface MemoryWatch {
  /** The most bytes that the process and all its descendants held at once; `undefined` where the system does not tell. */
  stop(): number | undefined;
}

/** Milliseconds from one look to the next: shorter peaks may be missed. */
const INTERVAL = 80;
/** A peak is known to this part of itself. */
const GROWN = 1.01;

/**
 * Watches the memory of a process with all its descendants, by Linux' `/proc`: the sum of their proportional set sizes,
 * in which memory that several of them share counts once, or of their resident sizes where those may not be read.
 */
export function watchMemory(pid: number): MemoryWatch {
  let peak: number | undefined;
  let highest = 0;
  const look = (): void => {
    const tree = treeOf(pid);
    const sumOf = (read: (pid: number) => number | undefined) => tree.reduce((sum, each) => sum + (read(each) ?? 0), 0);
    // To share out what is shared, the system looks through all of a process' memory, which takes time from what is
    // measured: it is asked for that only where the sum of all has grown.
    const resident = sumOf(residentOf);
    if (resident <= highest * GROWN) return;
    highest = resident;
    peak = Math.max(peak ?? 0, sumOf(proportionalOf) || resident);
  };
  look();
  const timer = setInterval(look, INTERVAL);
  return {
    stop() {
      clearInterval(timer);
      return peak;
    },
  };
}

/** The process and its descendants, as far as they are running. */
function treeOf(root: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const name of namesIn('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    // The name in parentheses may hold anything, so the fields are counted from its end.
    const parent = Number(/.*\) \S (\d+)/s.exec(textOf(`/proc/${pid}/stat`))?.[1]);
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const found = [root];
  for (const pid of found) found.push(...(children.get(pid) ?? []));
  return found;
}

function residentOf(pid: number): number | undefined {
  return kilobytesIn(/^VmRSS:\s+(\d+) kB/m.exec(textOf(`/proc/${pid}/status`)));
}

function proportionalOf(pid: number): number | undefined {
  return kilobytesIn(/^Pss:\s+(\d+) kB/m.exec(textOf(`/proc/${pid}/smaps_rollup`))) ?? residentOf(pid);
}

function kilobytesIn(match: RegExpExecArray | null): number | undefined {
  return match ? Number(match[1]) * 1024 : undefined;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Empty for a process that has ended, or belongs to somebody else. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
