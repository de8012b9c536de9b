import type { IncomingMessage } from 'node:http';
import { MAX_BYTES } from '../importers/file-kinds.ts';
import { addDocument } from './add.ts';
import { file, json, missing, page, plain, redirect, type Answer } from './answer.ts';
import { clientFile, styleFile } from './client-files.ts';
import type { Desk } from './desk.ts';
import { faultWords } from './fault-words.ts';
import { document, original, shownDocument } from './documents.ts';
import { attach } from './edit/attach.ts';
import { begin, beginRequest } from './edit/begin.ts';
import { emptyEdit, newKey, openEdit } from './edit/open-edit.ts';
import { save } from './edit/save.ts';
import { asTyped, type, typeRequest } from './edit/type.ts';
import { correct, correctRequest } from './correct/correct.ts';
import { declareAtDesk, declareRequest } from './correct/declare.ts';
import { binPage } from './pages/bin.ts';
import { correctPage } from './pages/correct.ts';
import { sendPage } from './pages/send.ts';
import { send, sendRequest } from './send/send.ts';
import { beginPage } from './pages/begin.ts';
import { gonePage, unreadablePage } from './pages/gone.ts';
import { overviewPage } from './pages/overview.ts';
import { reviewPage } from './pages/review.ts';
import { clockChoices, clockRequest } from './form/clock.ts';
import { readBytes, readJson, Refused } from './read-request.ts';
import { discard, remove, restore, setAside } from './edit/remove.ts';
import { checkAnswer, publish, publishRequest } from './publish/publish.ts';
import { seal, sealRequest } from './publish/seal.ts';
import { unpublish } from './publish/unpublish.ts';
import { publishedPage } from './pages/published.ts';
import { z } from 'zod';

/** What the desk answers to a request that was let in; `below` is its path without the token, decoded. */
export async function answer(desk: Desk, request: IncomingMessage, below: string): Promise<Answer> {
  const now = Date.now();
  const [name = '', ...rest] = below.split('/');
  const key = rest.join('/');
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  try {
    if (method === 'GET') return await get(desk, name, key, queryOf(request, 'because'), now);
    if (method === 'POST') return await post(desk, request, name, key, now);
    return plain(405, 'Only GET and POST are answered.');
  } catch (error) {
    if (method === 'GET') return page(gonePage(desk, faultWords(error, desk.place.root)), 500);
    if (error instanceof Refused) return json({ fault: error.message }, error.status);
    if (error instanceof z.ZodError)
      return json({ fault: 'What was sent is not of the form that the desk reads.' }, 400);
    return json({ fault: faultWords(error, desk.place.root) }, 500);
  }
}

/** `because` is why a sealed release is changed, where somebody has said so. */
async function get(desk: Desk, name: string, key: string, because: string, now: number): Promise<Answer> {
  switch (name) {
    case 'client':
      return clientFile(key) ?? missing();
    case 'style':
      return styleFile(key) ?? missing();
    case 'icon.svg':
      return file(ICON, 'image/svg+xml');
  }
  if (!desk.archive.isBegun()) return name === '' ? page(beginPage(desk)) : redirect(desk.base);
  switch (name) {
    case '':
      return page(await overviewPage(desk, now));
    case 'new':
      return redirect(`${desk.base}review/${newKey()}`);
    case 'review': {
      const edit = openEdit(desk, key) ?? emptyEdit(key);
      return edit ? page(reviewPage(desk, edit, because, now)) : noForm(desk, key);
    }
    case 'correct': {
      const found = correctPage(desk, key);
      return found ? page(found) : gone(desk);
    }
    case 'send':
      return page(await sendPage(desk));
    case 'bin':
      return page(binPage(desk));
    case 'published': {
      const found = await publishedPage(desk, key, now);
      return found ? page(found) : gone(desk);
    }
    case 'document':
      return document(desk, key);
    case 'as-read':
      return document(desk, key.replace(/^releases\//, '').replace(/[^/]+\/([^/]+)$/, '$1'));
    case 'original':
      return original(desk, key);
    case 'shown':
      return shownDocument(desk, key);
    default:
      return missing();
  }
}

async function post(desk: Desk, request: IncomingMessage, name: string, key: string, now: number): Promise<Answer> {
  switch (name) {
    case 'add':
      return json(await addDocument(desk, queryOf(request, 'name'), await readBytes(request, MAX_BYTES), now));
    case 'type':
      return json(type(desk, key, typeRequest.parse(await readJson(request)), now));
    case 'clock':
      return json({ choices: clockChoices(clockRequest.parse(await readJson(request))) });
    case 'save':
      return json(save(desk, key, now));
    case 'discard':
      discard(desk, key, now);
      return json({});
    case 'set-aside': {
      const typed = typeRequest.parse(await readJson(request));
      setAside(desk, key, { ...asTyped(typed), base: typed.base }, now);
      return json({});
    }
    case 'bin':
      remove(desk, key, now);
      return json({});
    case 'restore':
      return json({ key: restore(desk, key, now) });
    case 'publish':
      return json({ id: publish(desk, key, publishRequest.parse(await readJson(request)), now) });
    case 'unpublish':
      await unpublish(desk, key);
      return json({});
    case 'check-answer':
      return json({ problems: checkAnswer(desk, key, publishRequest.parse(await readJson(request)), now) });
    case 'correct':
      return json({ key: correct(desk, key, correctRequest.parse(await readJson(request)), now) });
    case 'declare':
      return json({ id: declareAtDesk(desk, key, declareRequest.parse(await readJson(request)), now) });
    case 'send':
      return json({ words: await send(desk, sendRequest.parse(await readJson(request))) });
    case 'build':
      return json(await desk.builds.build());
    case 'attach':
      return json({ key: await attach(desk, key, queryOf(request, 'name'), await readBytes(request, MAX_BYTES), now) });
    case 'seal':
      return json({ words: seal(desk, sealRequest.parse(await readJson(request)), now) });
    case 'begin':
      begin(desk, beginRequest.parse(await readJson(request)));
      return json({});
    default:
      return missing();
  }
}

function queryOf({ url = '' }: IncomingMessage, name: string): string {
  return new URLSearchParams(url.split('?')[1] ?? '').get(name) ?? '';
}

/** A release that is not there, or of which the file cannot be shown as a form. */
function noForm(desk: Desk, key: string): Answer {
  const { folder } = desk.archive.now();
  if (!folder.ids.includes(key)) return gone(desk);
  return page(unreadablePage(desk, folder.fileOf(key), folder.problems), 409);
}

function gone(desk: Desk): Answer {
  const words =
    'This release is no longer in the archive, or is under another name. What was removed at the desk is in the bin.';
  return page(gonePage(desk, words), 404);
}

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M2 3h12v2H2zm0 4h12v2H2zm0 4h8v2H2z" fill="#0b4a78"/></svg>';
