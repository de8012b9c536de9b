/** The part of the browser's interface that is used here (https://www.w3.org/TR/trusted-types/). */
interface Rules {
  readonly createHTML: (markup: string) => string;
  readonly createScriptURL: (address: string) => string;
}

const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: Rules): Rules } };

const rules: Rules = {
  // Only what the desk's own server has rendered is given here, by the renderer of the site.
  createHTML: (markup) => markup,
  createScriptURL: (address) => {
    if (new URL(address, location.href).origin !== location.origin) throw new Error('Not a script of the desk.');
    return address;
  },
};
const policy = trustedTypes?.createPolicy('desk', rules) ?? rules;

/** Shows markup that the desk's server has rendered. */
export function showRendered(place: HTMLElement, markup: string): void {
  place.replaceChildren();
  place.insertAdjacentHTML('beforeend', policy.createHTML(markup));
}

/** Starts a worker of the desk. */
export function startWorker(address: string): Worker {
  return new Worker(policy.createScriptURL(address), { type: 'module' });
}

/** A page of the desk, read and not shown. */
export function readPage(markup: string): Document {
  return new DOMParser().parseFromString(policy.createHTML(markup), 'text/html');
}
