import path from 'node:path';
import { servedType } from '../astro/served-type.ts';
import { importFailure } from '../drafts/import-failure.ts';
import { readPlainFile } from '../files/read-plain-file.ts';
import { mediaType } from '../release/file-name.ts';
import { file, missing, SANDBOX, type Answer } from './answer.ts';
import type { Desk } from './desk.ts';
import { html, trusted, type Markup } from './markup.ts';
import { readImport, readOriginal } from './store/imports.ts';

/** A file beside a release, of a kind that is published; shown without scripts, network or an origin. */
export function document({ place: { root } }: Desk, below: string): Answer {
  const bytes = publishable(root, below);
  if (bytes === undefined) return missing();
  return file(bytes, servedType(below), { 'Content-Security-Policy': SANDBOX });
}

/** A file beside a release as an import sees it: a Word file or a text, which no browser shows. */
export async function shownDocument(desk: Desk, below: string): Promise<Answer> {
  const bytes = publishable(desk.place.root, below);
  return bytes === undefined ? missing() : shown(desk, path.posix.basename(below), bytes);
}

/** A document that is kept on this machine alone, such as an e-mail, as the import has seen it. */
export async function original(desk: Desk, id: string): Promise<Answer> {
  const { root } = desk.place;
  const bytes = readOriginal(root, id);
  return bytes === undefined ? missing() : shown(desk, readImport(root, id)?.name ?? '', bytes);
}

function publishable(root: string, below: string): Buffer | undefined {
  const isHidden = below.split('/').some((part) => /^[._]/.test(part));
  return mediaType(below) === undefined || isHidden ? undefined : readPlainFile(root, below);
}

async function shown({ documents }: Desk, name: string, bytes: Uint8Array): Promise<Answer> {
  const content = await documents.show(name, bytes).then(trusted, (error: unknown) => fault(importFailure(error)));
  const page = html`<html lang="en-AU">
    <head>
      <meta charset="utf-8" />
      <title>${name}</title>
      ${trusted(`<style>${PAPER}</style>`)}
    </head>
    <body>
      ${content}
    </body>
  </html>`;
  return file(`<!doctype html>\n${page.markup}`, 'text/html; charset=utf-8', { 'Content-Security-Policy': SANDBOX });
}

function fault(words: string): Markup {
  return html`<p class="fault">It cannot be shown. ${words}</p>`;
}

/** Paper is white in any light; nothing else is loaded, for a frame without an origin may load nothing. */
const PAPER = `
:root{color-scheme:only light}
body{margin:1.25rem 1.5rem;color:#111;background:#fff;font:1rem/1.5 Georgia,serif;overflow-wrap:anywhere}
pre{margin:0;font:0.9375rem/1.5 ui-monospace,Consolas,monospace;white-space:pre-wrap}
h1,h2,h3,h4,h5,h6{margin:1.2em 0 0.4em;line-height:1.25}
h1{font-size:1.4rem}h2{font-size:1.2rem}h3,h4,h5,h6{font-size:1rem}
table{border-collapse:collapse;margin:0 0 1rem}
th,td{padding:0.2rem 0.6rem;border:1px solid #999;text-align:left;vertical-align:top}
td p{margin:0}
.head{width:100%;font:0.875rem/1.5 system-ui,sans-serif}
.head th,.head td{border:0;border-bottom:1px solid #bbb;padding-left:0}
.head th{width:5.5rem;font-weight:600}
img{max-width:100%;height:auto}
.fault{font-family:system-ui,sans-serif}`;
