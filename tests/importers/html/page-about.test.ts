import { expect, test } from 'vitest';
import { importDocument } from '../../../src/importers/import-document.ts';

const of = (html: string) => importDocument('a.html', Buffer.from(html), {}, { today: '2026-11-23' });
const text = '<p>Example Minerals Limited (ASX: XMX) poured metal in its plant.</p>';
const later = '<h2>Next steps</h2><p>More metal follows.</p>';

test('importDocument() takes the only headline of a page out of its header, with code and date', async () => {
  const { draft, notes } = await of(
    `<header><nav><a href="/">Home</a></nav><h2>First metal poured</h2><p>ASX: XMX | 14 October 2024</p></header>${text}${later}`,
  );
  expect(draft).toMatchObject({ title: 'First metal poured', code: ['XMX'], date: { day: '2024-10-14' } });
  expect(notes).toEqual(['Left out navigation (1 word): "Home".']);
});

test.each([
  ['the name of the site', '<header><h2>Example Minerals</h2><p>Welcome</p></header>'],
  ['several headings', '<header><h2>Latest</h2><h2>Shares</h2><p>14 October 2024</p></header>'],
])('importDocument() leaves a header out that holds %s', async (_, header) => {
  const { notes } = await of(`${header}${text}${later}`);
  expect(notes.join()).toContain('Left out the header');
});

test.each([
  ['alone in its line', '<p><time datetime="2024-10-14">Monday</time></p>', '2024-10-14'],
  ['behind its label', '<div>Published: <time datetime="2024-10-14">Monday</time></div>', '2024-10-14'],
  ['in a sentence', '<p>We meet on <time datetime="2024-10-14">Monday</time> in Perth.</p>', undefined],
  [
    'twice',
    '<p><time datetime="2024-10-14">Monday</time></p><p><time datetime="2024-10-15">Tuesday</time></p>',
    undefined,
  ],
  ['in a footer', '<footer><time datetime="2024-10-14">Monday</time></footer>', undefined],
])('importDocument() takes the only time of a page for its date, where it stands %s: %s', async (_, time, day) => {
  expect((await of(`${time}${text}`)).draft.date?.day).toBe(day);
});

test('importDocument() finds nothing added where a head over several columns stands in each', async () => {
  const { draft, notes } = await of(
    `${text}<table><tr><th rowspan=2>Hole<th colspan=2>Interval</tr><tr><th>From</th><th>To</th></tr><tr><td>A<td>1<td>2</table>`,
  );
  expect(draft.body).toContain('| Hole | Interval<br>From | Interval<br>To |');
  expect(notes).toEqual([]);
});
