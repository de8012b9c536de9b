import path from 'node:path/posix';
import type { Finding } from '../../release/problem.ts';
import { renderBody } from '../../release/render.ts';
import type { WholeDraft } from '../../release/schema.ts';
import { nearest } from '../../text/nearest.ts';
import { quote } from '../../text/quote.ts';
import type { CheckContext } from './context.ts';

/** What to say of a link to a place (`#outlook`, `other.md#outlook`) that the text of its release does not have. */
export function missingPlace(target: string, release: WholeDraft, context: CheckContext): Finding | undefined {
  const at = target.indexOf('#');
  const place = target.slice(at + 1);
  // The top, a search for words, and the page's own parts are none of the text.
  if (at === -1 || /^(?:top|:~:.*|page-.*|)$/i.test(place)) return undefined;
  const other = at === 0 ? release : linkedRelease(target.slice(0, at), release, context);
  if (!other) return undefined;
  const places = placesIn(other.body);
  if (places.includes(place)) return undefined;
  const near = nearest(place, places);
  return {
    rule: 'link-dead',
    message: `The link to ${quote(target)} leads to a place that the text ${at === 0 ? '' : 'of that release '}does not have.`,
    hint:
      near === undefined
        ? 'Link to a heading by its words, in small letters with hyphens: ## Half-year results is #half-year-results.'
        : `Did you mean ${target.slice(0, at)}#${near}?`,
  };
}

function linkedRelease(file: string, { id }: WholeDraft, { known }: CheckContext): WholeDraft | undefined {
  return file.endsWith('.md') ? known.get(path.join(path.dirname(id), file).replace(/\.md$/, '')) : undefined;
}

/** The ids of a text's headings and footnotes, as its page has them. */
function placesIn(body: string): string[] {
  const { html } = renderBody(body, { link: () => undefined, picture: () => undefined });
  return [...html.matchAll(/<[a-z][^<>]* id="([^"]+)"/g)].map(([, id = '']) => id);
}
