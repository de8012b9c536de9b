import { releaseFields, type Control, type Field } from '../form/controls.ts';
import { isList, type FormFields, type FormValue } from './typed.ts';

/**
 * What of a file's facts a form does not hold, so that saving it would leave it out: fields that the archive does not know, by
 * their paths, and lines that are notes of somebody. `head` is the text of the file's facts.
 */
export function leftOut(fields: FormFields, head: string): string[] {
  const notes = head.split('\n').filter((line) => /^\s*#/.test(line));
  return [...unknownIn(fields, releaseFields, ''), ...notes.map((line) => line.trim())];
}

function unknownIn(fields: FormFields, known: readonly Field[], path: string): string[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const field = known.find((one) => one.name === name);
    return field ? unknownBelow(value, field.control, `${path}${name}.`) : [`${path}${name}`];
  });
}

function unknownBelow(value: FormValue, control: Control, path: string): string[] {
  if (typeof value === 'string') return [];
  if (isList(value)) {
    const item = control.kind === 'list' ? control.item : control;
    return [...new Set(value.flatMap((one) => unknownBelow(one, item, path)))];
  }
  switch (control.kind) {
    case 'group':
      return unknownIn(value, control.fields, path);
    case 'list':
      return unknownBelow(value, control.item, path);
    case 'variants': {
      const group = control.groups.find(({ key }) => key in value);
      return group ? unknownIn(value, group.fields, path) : [];
    }
    default:
      return [];
  }
}
