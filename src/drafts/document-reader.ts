import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ArchivePlan } from '../importers/csv/archive-plan.ts';
import { ImportRefusal, LockedPdf } from '../importers/model/refusal.ts';
import { counted, grouped } from '../text/counted.ts';
import { ending } from '../release/file-name.ts';
import type { ReadAnswer, ReadMessage, ReadRequest } from './reader-messages.ts';

/** What the reading of one document may take. */
export interface ReadingLimits {
  /** Seconds after which it is ended. */
  readonly seconds: number;
  /** Bytes of memory, whatever they are taken for. */
  readonly bytes: number;
}

/** Far above what real announcements take. */
export const READING_LIMITS: ReadingLimits = { seconds: 60, bytes: 1_500_000_000 };

/** Seconds that each page of a scan may take beside them. */
const SECONDS_A_SCAN = 60;

type Document = Omit<ReadRequest, 'seconds'>;
type Read = Extract<ReadAnswer, { kind: 'imported' }>;

/** Reads documents, one at a time, in a process of its own. */
export interface DocumentReader {
  /** What a document becomes. Throws `ImportRefusal` for one that cannot be imported or takes more than the limits. */
  readonly read: (document: Document) => Promise<Read>;
  /** What a list asks for; throws as `read` does. */
  readonly plan: (document: Document) => Promise<ArchivePlan>;
  /** What an import sees in a document, as markup that does nothing; throws as `read` does. */
  readonly show: (fileName: string, bytes: Uint8Array) => Promise<string>;
  /** Ends the process at once. What it was reading is refused, and so is all that is asked for later. */
  readonly stop: () => void;
}

/** Starts the process, which gets ready while the command does. A new one takes its place when it had to be ended. */
export function startReader(limits: ReadingLimits): DocumentReader {
  let current: ChildProcess | undefined = startProcess(limits);
  let isStopped = false;
  const end = () => {
    current?.kill('SIGKILL');
    current = undefined;
  };
  const answer = async (document: Document, seconds = limits.seconds) => {
    if (isStopped) throw new ImportRefusal('Nothing is read any more.');
    if (!current?.connected) current = startProcess(limits);
    const { ending: how, memory } = await ask(current, document, seconds);
    // What one document has left in memory must not count against the next.
    if (!['imported', 'planned', 'shown', 'refused'].includes(how.kind) || memory > limits.bytes / 3) end();
    if (how.kind === 'imported' || how.kind === 'planned' || how.kind === 'shown') return how;
    if (how.kind === 'failed') throw Object.assign(new Error(how.message), { name: how.name });
    if (how.kind === 'refused' && how.isLocked) throw new LockedPdf(how.message);
    throw new ImportRefusal(
      how.kind === 'refused' ? how.message : refusal(how, { ...limits, seconds }, document.fileName),
    );
  };
  return {
    async read({ scans, ...document }) {
      const how = await answer(document);
      if (how.kind !== 'imported') throw new Error('A document was read as a list.');
      const { unreadScans = 0 } = how.imported;
      if (scans === undefined || unreadScans === 0) return how;
      // Read once more, now that it is known how many of its pages a machine has to read, and that it breaks nothing.
      const again = await answer({ ...document, scans }, limits.seconds + unreadScans * SECONDS_A_SCAN);
      if (again.kind !== 'imported') throw new Error('A document was read as a list.');
      return again;
    },
    async plan(document) {
      const how = await answer({ ...document, wanted: 'plan' });
      if (how.kind !== 'planned') throw new Error('A list was read as a document.');
      return how.plan;
    },
    async show(fileName, bytes) {
      const how = await answer({ fileName, bytes, given: {}, knowledge: { today: '' }, wanted: 'markup' });
      if (how.kind !== 'shown') throw new Error('A document was read to be imported.');
      return how.markup;
    },
    stop() {
      isStopped = true;
      end();
    },
  };
}

/** How the reading of a document ended. */
type Ending =
  | Exclude<ReadAnswer, { kind: 'began' }>
  | { readonly kind: 'out of time' }
  /** The process ended by itself, with this signal or exit status. */
  | { readonly kind: 'broken off'; readonly by: string };

function startProcess(limits: ReadingLimits): ChildProcess {
  return fork(fileURLToPath(new URL('./reader-process.ts', import.meta.url)), [String(limits.bytes)], {
    serialization: 'advanced',
    execArgv: [],
    env: {
      // What Node has compiled of the program is kept, else getting ready takes three times as long.
      NODE_COMPILE_CACHE: fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url)),
      ...process.env,
      // Options of the person's own would go before the limit of memory.
      NODE_OPTIONS: '',
    },
    // What it prints is nothing that a person could act on, such as the list of a heap that is full.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

function ask(child: ChildProcess, document: Document, seconds: number): Promise<{ ending: Ending; memory: number }> {
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const finish = (how: Ending, memory: number) => {
      clearTimeout(timer);
      child.off('message', hear).off('exit', exited).off('error', failed);
      resolve({ ending: how, memory });
    };
    const hear = ({ answer, memory }: ReadMessage) => {
      // Getting ready does not count.
      if (answer.kind === 'began') timer = setTimeout(() => finish({ kind: 'out of time' }, memory), seconds * 1000);
      else finish(answer, memory);
    };
    const exited = (status: number | null, signal: string | null) => {
      // The system ends a process with SIGKILL where memory is short, and Node itself with SIGABRT.
      const isMemory = signal === 'SIGKILL' || signal === 'SIGABRT' || status === 134;
      finish(isMemory ? { kind: 'out of memory' } : { kind: 'broken off', by: signal ?? `status ${status}` }, 0);
    };
    const failed = ({ name, message }: Error) => finish({ kind: 'failed', name, message }, 0);
    child.on('message', hear).on('exit', exited).on('error', failed);
    // It stops between two pages early enough to lay out those that it has read.
    child.send({ ...document, seconds: Math.ceil((seconds * 2) / 3) } satisfies ReadRequest, (error) => {
      if (error) failed(error);
    });
  });
}

function refusal(
  how: Exclude<Ending, { kind: 'imported' | 'planned' | 'shown' | 'failed' | 'refused' }>,
  { seconds, bytes }: ReadingLimits,
  fileName: string,
): string {
  const what = {
    'out of time': `It took more than ${counted(seconds, 'second')} to read and was left.`,
    'out of memory': `It took more than ${grouped(Math.round(bytes / 1e6))} MB of memory to read and was left.`,
    'broken off': `Reading it broke off (${how.kind === 'broken off' ? how.by : ''}), and it was left.`,
  }[how.kind];
  return `${what} ${ending(fileName) === 'pdf' ? PRINT : COPY}`;
}

const PRINT = 'Open it in a PDF reader, print it to a new PDF and import that.';
const COPY = 'Copy the text of the release into a new .txt file and import that.';
