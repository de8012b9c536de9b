import { filledTime, unfinishedTime } from './clock.ts';
import type { ShownProblem } from './problems.ts';

/** A value as the form holds it; the server's own type of the same name. */
type FormValue = string | readonly FormValue[] | { readonly [name: string]: FormValue };

/** What stands in a form, and where problems of each field are shown. */
interface FormState {
  readonly fields: { readonly [name: string]: FormValue };
  /** Place of problems by the path of the field, `contacts.0.email`, as the server counts entries. */
  readonly slots: ReadonlyMap<string, HTMLElement>;
  /** Dates of which a part is missing: the browser gives them as empty ones. */
  readonly unfinished: readonly ShownProblem[];
}

/** Reads a form that `src/desk/form/form.ts` has written. Empty fields, and entries that hold nothing, are left out. */
export function readForm(form: HTMLElement): FormState {
  const slots = new Map<string, HTMLElement>();
  const fields = Object.fromEntries(inner(form).flatMap((child) => entry(child, '', slots)));
  return { fields, slots, unfinished: unfinishedIn(form) };
}

function unfinishedIn(form: HTMLElement): ShownProblem[] {
  return [...form.querySelectorAll<HTMLElement>('[data-kind="date"]')].flatMap((control) => {
    const message = unfinishedTime(control);
    const field = control.dataset['name'] ?? '';
    return message === undefined ? [] : [{ field, line: 1, severity: 'error' as const, message, hint: '' }];
  });
}

function entry(control: HTMLElement, path: string, slots: Map<string, HTMLElement>): (readonly [string, FormValue])[] {
  const name = control.dataset['name'] ?? '';
  const value = valueOf(control, path + name, slots);
  return value === undefined ? [] : [[name, value]];
}

function valueOf(control: HTMLElement, path: string, slots: Map<string, HTMLElement>): FormValue | undefined {
  const slot = slotOf(control);
  if (slot) slots.set(path, slot);
  switch (control.dataset['kind']) {
    case 'date':
      return dateOf(control);
    case 'list':
      return listOf(control, path, slots);
    case 'group': {
      const group = Object.fromEntries(inner(control).flatMap((child) => entry(child, `${path}.`, slots)));
      return Object.keys(group).length === 0 ? undefined : group;
    }
    default: {
      const { value } = control as HTMLInputElement; // a text, a choice or a longer text
      return value.trim() === '' ? undefined : value;
    }
  }
}

function listOf(list: HTMLElement, path: string, slots: Map<string, HTMLElement>): FormValue | undefined {
  const values: FormValue[] = [];
  for (const control of inner(list)) {
    const value = valueOf(control, `${path}.${values.length}`, slots);
    if (value !== undefined) values.push(value);
  }
  return values.length === 0 ? undefined : values;
}

function dateOf(control: HTMLElement): string | undefined {
  const { day, time, offset } = filledTime(control);
  const written = `${day} ${time}${offset}`.trim();
  return written === '' ? undefined : written;
}

/** The controls right inside of another one, or of the form. */
function inner(outer: HTMLElement): HTMLElement[] {
  const around = outer.closest('[data-kind]');
  const all = [...outer.querySelectorAll<HTMLElement>('[data-kind]')];
  return all.filter((one) => (one.parentElement?.closest('[data-kind]') ?? null) === around);
}

function slotOf(control: HTMLElement): HTMLElement | null {
  const id = (control.id || control.querySelector('input')?.id) ?? '';
  return document.getElementById(id.replace(/^f-/, 'p-'));
}
