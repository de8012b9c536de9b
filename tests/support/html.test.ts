import { expect, test } from 'vitest';
import { articleText } from './html.ts';

test('articleText() gives a line a block, and cells apart', () => {
  const page = `<main><h1>Title</h1><article>
    <h2>Drilling
    begins</h2><p>The <b>first</b> hole<sup>1</sup>.<br>Then more.</p><script>no()</script><p hidden>unseen</p>
    <table><tr><th>Hole<th>m</tr><tr><td>A1<td>12.5</tr></table><ul><li>one<li>two</ul>
  </article></main>`;
  expect(articleText(page).split('\n')).toEqual([
    'Drilling begins',
    'The first hole1.',
    'Then more.',
    'Hole m',
    'A1 12.5',
    'one',
    'two',
  ]);
});

test('articleText() takes the main part of a page without an article', () => {
  expect(articleText('<nav>no</nav><main><p>All years</p></main>')).toBe('All years');
});

test('articleText() refuses a page with neither', () => {
  expect(() => articleText('<p>Not found</p>')).toThrow('The page has neither an article nor a main part.');
});
