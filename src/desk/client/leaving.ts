let works = 0;

/** Has the browser ask whoever leaves the page while `work` goes on: what is not sent yet would be lost. */
export async function askedBeforeLeaving<T>(work: () => Promise<T>): Promise<T> {
  works += 1;
  window.addEventListener('beforeunload', ask);
  try {
    return await work();
  } finally {
    works -= 1;
    if (works === 0) window.removeEventListener('beforeunload', ask);
  }
}

/** True while something is still to be sent. */
export function isSending(): boolean {
  return works > 0;
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
