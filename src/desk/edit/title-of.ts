import { correctionWords } from '../../release/correction-words.ts';
import type { Correction, WholeRelease } from '../../release/schema.ts';
import { isList, type FormFields, type FormValue } from './typed.ts';

/** What a release is called in lists of the desk: its headline, else what it corrects, `Correction of First metal produced`. */
export function titleOf(fields: FormFields, releases: readonly WholeRelease[]): string {
  const { title, corrects = [] } = fields;
  if (typeof title === 'string') return title;
  const [first] = isList(corrects) ? corrects : [corrects];
  return (first !== undefined && correctionOf(first, releases)) || 'Release without a headline';
}

function correctionOf(value: FormValue, releases: readonly WholeRelease[]): string | undefined {
  if (typeof value === 'string' || isList(value)) return undefined;
  const { release, kind } = value;
  const corrected = releases.find(({ id }) => id === release);
  return corrected && isKind(kind) ? `${correctionWords[kind].correcting} of ${corrected.title}` : undefined;
}

function isKind(value: FormValue | undefined): value is Correction['kind'] {
  return typeof value === 'string' && Object.hasOwn(correctionWords, value);
}
