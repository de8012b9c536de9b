import { burn } from '@kenjiuno/msgreader/lib/Burner.js';

/** A part of a message to be made. */
interface File {
  readonly name: string;
  readonly content?: Uint8Array;
  /** A message that is attached. */
  readonly message?: Message;
  readonly contentId?: string;
}

export interface Message {
  readonly subject: string;
  readonly text?: string;
  /** In UTF-8. */
  readonly html?: string;
  /** Rich text, which is kept unpacked. */
  readonly rtf?: string;
  /** When it was sent, in milliseconds since 1970 UTC. */
  readonly sent?: number;
  readonly files?: readonly File[];
}

type Tree = { readonly [name: string]: Uint8Array | Tree };
const [DIRECTORY, DOCUMENT, ROOT] = [1, 2, 5];

/** A message as Outlook saves it (`.msg`). */
export function makeMsg(message: Message): Uint8Array {
  const entries: Parameters<typeof burn>[0] = [{ name: 'Root Entry', type: ROOT, length: 0, children: [] }];
  const add = (tree: Tree): number[] =>
    Object.entries(tree).map(([name, value]) => {
      const at = entries.length;
      if (value instanceof Uint8Array) {
        entries.push({ name, type: DOCUMENT, length: value.length, binaryProvider: () => Uint8Array.from(value) });
        return at;
      }
      const folder = { name, type: DIRECTORY, length: 0, children: [] as number[] };
      entries.push(folder);
      folder.children.push(...add(value));
      return at;
    });
  entries[0]?.children?.push(...add(treeOf(message, 32)));
  return burn(entries);
}

function treeOf({ subject, text, html, rtf, sent, files = [] }: Message, head: number): Tree {
  const moment = Buffer.alloc(16);
  moment.writeUInt32LE(0x00390040, 0);
  if (sent !== undefined) moment.writeBigUInt64LE((BigInt(sent) + 11_644_473_600_000n) * 10_000n, 8);
  return {
    '__substg1.0_001A001F': wide('IPM.Note'),
    '__substg1.0_0037001F': wide(subject),
    ...(text === undefined ? {} : { '__substg1.0_1000001F': wide(text) }),
    ...(html === undefined ? {} : { '__substg1.0_10130102': Buffer.from(html) }),
    ...(rtf === undefined ? {} : { '__substg1.0_10090102': unpacked(rtf) }),
    '__properties_version1.0': Buffer.concat([Buffer.alloc(head), ...(sent === undefined ? [] : [moment])]),
    ...Object.fromEntries(
      files.map((file, at) => [
        `__attach_version1.0_#${at.toString(16).padStart(8, '0').toUpperCase()}`,
        attachedOf(file),
      ]),
    ),
  };
}

function attachedOf({ name, content, message, contentId }: File): Tree {
  return {
    '__substg1.0_3001001F': wide(name),
    ...(message ? { '__substg1.0_3701000D': treeOf(message, 24) } : { '__substg1.0_3707001F': wide(name) }),
    ...(content ? { '__substg1.0_37010102': content } : {}),
    ...(contentId === undefined ? {} : { '__substg1.0_3712001F': wide(contentId) }),
    '__properties_version1.0': Buffer.alloc(8),
  };
}

function wide(text: string): Uint8Array {
  return Buffer.from(text, 'utf16le');
}

/** Rich text with the head that says it is not packed ([MS-OXRTFCP]). */
function unpacked(rtf: string): Uint8Array {
  const content = Buffer.from(rtf, 'latin1');
  const head = Buffer.alloc(16);
  head.writeUInt32LE(content.length + 12, 0);
  head.writeUInt32LE(content.length, 4);
  head.write('MELA', 8, 'latin1');
  return Buffer.concat([head, content]);
}
