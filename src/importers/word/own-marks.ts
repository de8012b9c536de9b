import { all, value } from './numbers.ts';

/** Takes out the marks that Word shows in the place of a note's number, before the note too, and gives them. */
export function removeOwnMarks(parts: readonly Document[]): string[] {
  return parts.flatMap((part) =>
    ['footnote', 'endnote'].flatMap((kind) =>
      all(part, `w:${kind}Reference`).flatMap((reference) => {
        const written = value(reference, 'w:customMarkFollows');
        if (!/^(?:1|true|on)$/.test(written)) return [];
        const mark = markBehind(reference);
        const id = value(reference, 'w:id');
        const note = parts.flatMap((one) => all(one, `w:${kind}`)).find((one) => value(one, 'w:id') === id);
        const [first] = all(note, 'w:t').filter(({ textContent }) => textContent.trim() !== '');
        if (first && mark !== '' && first.textContent.trimStart().startsWith(mark))
          first.textContent = first.textContent.trimStart().slice(mark.length);
        return [mark];
      }),
    ),
  );
}

/** The text behind a reference in its run, which goes. */
function markBehind(reference: Element): string {
  const run = reference.parentElement;
  const behind = [...(run?.children ?? [])].slice([...(run?.children ?? [])].indexOf(reference) + 1);
  const marks = behind.filter(({ nodeName }) => nodeName === 'w:t' || nodeName === 'w:sym');
  const text = marks.map((one) => one.textContent).join('');
  for (const mark of marks) mark.remove();
  return text.trim();
}
