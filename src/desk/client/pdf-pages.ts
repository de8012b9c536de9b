import { make } from './ask.ts';
import { startWorker } from './trusted.ts';

/** What the worker tells of a PDF: the sizes of its pages, a page as a picture, or why there is none. */
export type Drawn =
  | { readonly kind: 'sizes'; readonly sizes: readonly (readonly [width: number, height: number])[] }
  | { readonly kind: 'page'; readonly page: number; readonly picture: ImageBitmap }
  | { readonly kind: 'failed' };

/** A page that takes longer keeps the others waiting, and is left. */
const PATIENCE_MS = 20_000;

/** Draws the pages of a PDF as pictures, each when it comes into sight; `name` and its number name the place of a page, where others lead to it. */
export async function showPdf(place: HTMLElement, name = ''): Promise<void> {
  const address = place.dataset['pdf'] ?? '';
  const status = place.querySelector('[data-pages-status]');
  const worker = startWorker(new URL('./pdf-worker.ts', import.meta.url).href);
  let timer = 0;
  const give = (words: string): void => {
    worker.terminate();
    clearTimeout(timer);
    const link = make('a', 'Open it in its own program');
    link.href = address;
    link.setAttribute('download', '');
    status?.replaceChildren(`${words} `, link, ' to compare.');
  };
  const wait = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => give('Drawing the pages took too long and was stopped.'), PATIENCE_MS);
  };
  wait();
  const asked = new Set<number>();
  const ask = (page: number): void => {
    if (asked.has(page)) return;
    asked.add(page);
    worker.postMessage({ page });
    wait();
  };
  let pages: HTMLElement[] = [];
  let drawn = 0;
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) ask(Number((target as HTMLElement).dataset['number']));
    },
    { rootMargin: '600px' },
  );
  worker.addEventListener('error', () => give('The pages cannot be drawn.'));
  worker.addEventListener('message', ({ data }: MessageEvent<Drawn>) => {
    if (data.kind === 'failed') give('The pages cannot be drawn.');
    else if (data.kind === 'sizes') {
      pages = data.sizes.map(([width, height], index) => frame(index + 1, data.sizes.length, width / height, name));
      place.append(...pages);
      status?.replaceChildren();
      clearTimeout(timer);
      for (const page of pages) watcher.observe(page);
    } else {
      drawn += 1;
      if (drawn === asked.size) clearTimeout(timer);
      draw(pages[data.page - 1], data.picture);
    }
  });
  const response = await fetch(address);
  if (!response.ok) {
    worker.terminate();
    clearTimeout(timer);
    status?.replaceChildren('The document is not there.');
    return;
  }
  const bytes = await response.arrayBuffer();
  worker.postMessage({ bytes }, [bytes]);
}

function frame(number: number, of: number, ratio: number, name: string): HTMLElement {
  const place = make('figure', '', 'page');
  place.dataset['number'] = String(number);
  if (name !== '') place.id = name + number;
  place.style.aspectRatio = String(ratio);
  place.append(make('figcaption', `Page ${number} of ${of}`, 'hidden'));
  return place;
}

function draw(place: HTMLElement | undefined, picture: ImageBitmap): void {
  const canvas = make('canvas');
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', place?.textContent ?? '');
  canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(picture);
  place?.append(canvas);
}
