import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatRelease, type Writable } from '../../src/release/format.ts';
import { readSydneyDate } from '../../src/release/sydney-time.ts';
import { hostileBodies } from './bodies.ts';
import { payloads } from './payloads.ts';

/** A release that can be published and tries something. */
export interface HostileRelease {
  readonly name: string;
  readonly id: string;
  readonly file: Writable;
  /** How many things it tries. */
  readonly inputs: number;
  /** The last word of its text, which stands nowhere else. */
  readonly lastWord: string;
}

/** Every hostile body as a release, then every payload as a text of its own and in all fields at once, oldest first. */
export function hostileReleases(): HostileRelease[] {
  const inBodies = hostileBodies().map(({ name, body, inputs }, index) =>
    release(name, index, inputs, { title: `Case ${index}`, body: `${body}\n\nThe text ends with ${wordOf(index)}` }),
  );
  const inFields = Object.entries(payloads).map(([name, text], offset) => {
    const index = inBodies.length + offset;
    return release(`${name}, as text and in every field`, index, FIELDS, inEveryField(text, wordOf(index)));
  });
  return [...inBodies, ...inFields];
}

/** Writes the releases, a picture and an `archive.yml` of the same kind into a folder. */
export function writeHostileArchive(folder: string, releases: readonly HostileRelease[]): void {
  for (const { id, file } of releases) {
    const path = join(folder, `${id}.md`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, formatRelease(file));
  }
  for (const year of ['2019', '2020']) writeFileSync(join(folder, year, 'picture.png'), PICTURE);
  const hostile = JSON.stringify('Example </title></script><img src=x onerror=__ran=1> & "Minerals"');
  writeFileSync(
    join(folder, 'archive.yml'),
    `title: ${hostile}\ndescription: ${hostile}\nnotice: ${hostile}\ncompanies:\n  - code: XMX\n    name: ${hostile}\n`,
  );
}

const FIELDS = 12;

function inEveryField(written: string, lastWord: string): Pick<Writable, 'title' | 'body'> & Partial<Writable> {
  // A headline is one line without invisible characters; what else it holds is its own affair.
  const line = written.replace(/\s*\n\s*/g, ' ');
  const title = line.replace(/[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '');
  return {
    title,
    summary: line,
    authorisedBy: line,
    contacts: [{ name: line, title: line, phone: line }],
    attachments: [
      { file: 'picture.png', title: line },
      { url: 'https://example.com/?a=%22b&c=d', title: line },
    ],
    corrects: [{ release: '2019/case-0', kind: 'correction', changes: [{ where: line, was: line, now: line }] }],
    body: `${written}\n\nThe text ends with ${lastWord}`,
  };
}

function release(
  name: string,
  index: number,
  inputs: number,
  file: Pick<Writable, 'title' | 'body'> & Partial<Writable>,
): HostileRelease {
  // Two years, so that the feeds have a history; a day holds many.
  const year = index < 120 ? 2019 : 2020;
  const month = String(1 + (index % 12)).padStart(2, '0');
  const read = readSydneyDate(index === 0 ? '2019-01-01' : `${year}-${month}-0${2 + (index % 7)} 1${index % 7}:00`);
  if ('finding' in read) throw new Error(read.finding.message);
  const id = `${year}/case-${index}`;
  return { name, id, inputs, file: { code: ['XMX'], date: read.date, ...file }, lastWord: wordOf(index) };
}

function wordOf(index: number): string {
  return `lastword${index}q`;
}

/** One grey pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
