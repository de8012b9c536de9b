import { quote } from '../text/quote.ts';
import { fold } from './field-names.ts';
import type { Problem } from './problem.ts';

/** What to say of fields by which other generators (Hugo, Jekyll) keep a text off the site; `undefined` for any other field. */
export function unpublishedField(
  key: string,
  data: Readonly<Record<string, unknown>>,
): Pick<Problem, 'severity' | 'rule' | 'message' | 'hint'> | undefined {
  const { [key]: value, date } = data;
  if (typeof value !== 'string') return undefined;
  const isDraft = data['draft'] === 'true';
  const name = fold(key);
  if (name === 'published' && /^(?:true|yes|on)$/i.test(value)) {
    return warning(key, 'Take the line out; what is in the folder is published, unless it says draft: true.');
  }
  const isHeldBack = name === 'published' && /^(?:false|no|off)$/i.test(value);
  if (isHeldBack && isDraft) return warning(key, 'Take the line out; draft: true says it already.');
  if (isHeldBack || (name === 'publishdate' && !isDraft && isLater(value, date))) {
    return {
      severity: 'error',
      rule: 'not-published',
      message: `${quote(`${key}: ${value}`)} is how other programs keep a text off the site; this archive would publish it.`,
      hint: isHeldBack
        ? 'Write draft: true in its place; if the release is to be published, take the line out.'
        : 'Write draft: true in its place until it is announced; if it is announced, take the line out.',
    };
  }
  if (name === 'publishdate' && date !== undefined) {
    return warning(key, 'Take the line out; the field date says when the release was announced.');
  }
  if (name === 'expirydate') {
    return warning(
      key,
      'Take the line out; the archive takes nothing down by itself, and draft: true keeps a release off.',
    );
  }
  return undefined;
}

/** True for two days of which the first is the later one, as they are written: 2027-01-01. */
function isLater(value: string, date: unknown): boolean {
  const isDay = (one: unknown): one is string => typeof one === 'string' && /^\d{4}-\d\d-\d\d/.test(one);
  return isDay(value) && isDay(date) && value.slice(0, 10) > date.slice(0, 10);
}

function warning(key: string, hint: string): Pick<Problem, 'severity' | 'rule' | 'message' | 'hint'> {
  return {
    severity: 'warning',
    rule: 'field-unknown',
    message: `${quote(key)} is not a field that the archive knows; it is left out.`,
    hint,
  };
}
