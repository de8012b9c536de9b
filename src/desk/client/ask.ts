/** Path of the desk's pages, `/<token>/`. */
export const base = document.body.dataset['base'] ?? '/';

/** What the desk has answered, or why it did not do it. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  /** `status` is 0 where the desk did not answer at all. */
  | { readonly ok: false; readonly status: number; readonly fault: string };

/** Asks the desk to do something. `T` is what the server's own function gives back. */
export async function ask<T>(path: string, body: Blob | object = {}): Promise<Reply<T>> {
  if (body instanceof File && !(await isReadable(body))) return { ok: false, status: 0, fault: UNREADABLE };
  let response: Response;
  try {
    response = await fetch(base + path, { method: 'POST', body: body instanceof Blob ? body : JSON.stringify(body) });
  } catch {
    return {
      ok: false,
      status: 0,
      fault: 'The desk does not answer. Leave this window open, and start the desk again.',
    };
  }
  const answer: unknown = await response.json().catch(() => ({}));
  if (response.ok) return { ok: true, value: answer as T }; // as the server's types say
  const { fault } = answer as { fault?: string };
  const { status } = response;
  return { ok: false, status, fault: fault ?? (status === 403 ? CLOSED : 'The desk could not do this.') };
}

const UNREADABLE =
  'The file cannot be read. If it is a folder, choose the documents in it; if it lies on another machine, copy it to this one first.';
const CLOSED =
  'This window belongs to another desk. Leave it open, open the release by the new address, and copy over what stands here.';

/** Whether a file can be sent: a folder that was dropped, or a file that has gone since, would look as if nobody had answered. */
async function isReadable(file: File): Promise<boolean> {
  try {
    const first = await file.slice(0, 1).arrayBuffer();
    // Of a file that has gone Chrome gives an empty part, and fails at the whole.
    if (first.byteLength === 0) await file.arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

/** A release's key as part of an address. */
export function keyPath(key: string): string {
  return key.split('/').map(encodeURIComponent).join('/');
}

/** The one element of a page that a selector names; a page without it is a fault of the program. */
export function element<T extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): T {
  const found = within.querySelector<T>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
}

/** A new element with a text in it. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  text = '',
  className = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  if (className !== '') made.className = className;
  return made;
}
