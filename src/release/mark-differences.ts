import { escapeMarkup } from '../text/markup.ts';
import { hasFigure, tokensOf, type Run } from './differences.ts';

/**
 * The runs of a line as safe HTML: what was taken out as `<del>`, what was put in as `<ins>`, their figures in bold.
 * Each says in hidden words what it is, since nobody hears a line through a word; they are copied with the text too.
 */
export function markDifferences(runs: readonly Run[]): string {
  return runs
    .map(({ kind, text }, at) => {
      if (kind === 'same') return escapeMarkup(text);
      const { tag, words } = MARKS[kind];
      const marked = tokensOf(text).map((token) =>
        hasFigure(token) ? `<b>${escapeMarkup(token)}</b>` : escapeMarkup(token),
      );
      // Nothing but the mark itself would part the two.
      const apart = kind === 'added' && runs[at - 1]?.kind === 'removed' ? ' class="apart"' : '';
      return `<${tag}${apart}><span class="hidden">[${words}: </span>${marked.join('')}<span class="hidden">]</span></${tag}>`;
    })
    .join('');
}

const MARKS = { removed: { tag: 'del', words: 'taken out' }, added: { tag: 'ins', words: 'put in' } };
