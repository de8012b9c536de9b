let works = 0;
let isAsked = false;

/** Has the browser ask whoever leaves the page while `work` goes on: what is not sent yet would be lost. */
export async function askedBeforeLeaving<T>(work: () => Promise<T>): Promise<T> {
  works += 1;
  listen();
  try {
    return await work();
  } finally {
    works -= 1;
    listen();
  }
}

/** Has the browser ask whoever leaves the page from now on, or not any more. */
export function askBeforeLeaving(isWanted: boolean): void {
  isAsked = isWanted;
  listen();
}

/** True while something is still to be sent. */
export function isSending(): boolean {
  return works > 0;
}

function listen(): void {
  if (works > 0 || isAsked) window.addEventListener('beforeunload', ask);
  else window.removeEventListener('beforeunload', ask);
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
