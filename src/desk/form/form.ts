import type { ReviewItem } from '../../release/schema.ts';
import { offsetsShowing } from '../../release/sydney-time.ts';
import { knownType, typeGroups } from '../../release/types.ts';
import { typeWords } from '../../release/type-words.ts';
import type { FormFields, FormValue } from '../edit/typed.ts';
import { isList } from '../edit/typed.ts';
import { html, type Markup } from '../markup.ts';
import { clockMarkup } from './clock.ts';
import { releaseFields, type Control, type Field } from './controls.ts';
import { addWords, hintOf, labelOf, optionLabel } from './labels.ts';

/** Fields that are always in sight; the others stand below them, and open where they hold something. */
const FIRST = [
  'title',
  'code',
  'date',
  'types',
  'typedBy',
  'priceSensitive',
  'authorisedBy',
  'contacts',
  'attachments',
];
/** What the desk itself sets. */
const UNSEEN = ['draft', 'review'];

/** The form of a release: a control for each field of the schema. `guesses` is what an import guessed, not confirmed yet. */
export function releaseForm(fields: FormFields, guesses: readonly ReviewItem[]): Markup {
  const shown = releaseFields.filter(({ name }) => !UNSEEN.includes(name));
  const first = shown
    .filter(({ name }) => FIRST.includes(name))
    .toSorted((a, b) => FIRST.indexOf(a.name) - FIRST.indexOf(b.name));
  const more = shown.filter(({ name }) => !FIRST.includes(name));
  const write = (field: Field): Markup => fieldMarkup(field, fields[field.name], guesses);
  return html` ${first.map(write)}
    <details class="more" ${more.some(({ name }) => fields[name] !== undefined) && html` open`}>
      <summary>More facts</summary>
      ${more.map(write)}
    </details>
    <datalist id="type-names">
      ${typeGroups.flatMap((group) => [group, ...group.types]).map(({ slug, name }) => html`<option value="${name}" label="${typeWords[slug] ?? ''}"></option>`)}
    </datalist>`;
}

function fieldMarkup({ name, control }: Field, value: FormValue | undefined, guesses: readonly ReviewItem[]): Markup {
  const guess = guesses.filter(({ field }) => field === name);
  return html`<div class="field" data-top="${name}">
    ${controlMarkup(control, { path: name, name, at: name, label: labelOf(name) }, value)}
    ${guess.map((item) => (value === undefined ? suggestionMarkup(item) : guessMarkup(item)))}
  </div>`;
}

/** What the document names and the archive does not take by itself, such as the code of a company that it does not know. */
function suggestionMarkup({ field, value, evidence }: ReviewItem): Markup {
  return html`<p class="guess" data-guess="${field}">
    <span>The document suggests ${value} (${evidence}). Write it here if that is right.</span>
  </p>`;
}

function guessMarkup({ field, evidence, confidence }: ReviewItem): Markup {
  const how = { certain: 'Stated in the document', likely: 'Guessed from', 'stand-in': 'Not found; taken from' }[
    confidence
  ];
  return html`<p class="guess" data-guess="${field}">
    <span>${how}: ${evidence}</span>
    <button type="button" data-confirm="${field}">This is right<span class="hidden"> ${labelOf(field)}</span></button>
  </p>`;
}

/** Where a control stands: its path without numbers, its own name, its path with numbers, and what it is called. */
interface Place {
  readonly path: string;
  readonly name: string;
  readonly at: string;
  readonly label: string;
  /** In a list the first line has said it. */
  readonly isNext?: boolean;
}

function controlMarkup(control: Control, place: Place, value: FormValue | undefined): Markup {
  switch (control.kind) {
    case 'text':
      return textMarkup(place, textOf(value));
    case 'date':
      return dateMarkup(place, textOf(value));
    case 'choice':
      return choiceMarkup(control.options, place, textOf(value));
    case 'list':
      return listMarkup(control.item, place, value === undefined ? [] : isList(value) ? value : [value]);
    case 'group':
      return groupMarkup(control.fields, place, groupOf(value));
    case 'variants': {
      const written = typeof value === 'string' ? { [control.groups[0]?.key ?? '']: value } : groupOf(value);
      const group = control.groups.find(({ key }) => key in written) ?? control.groups[0];
      return groupMarkup(group?.fields ?? [], place, written);
    }
  }
}

function textMarkup({ path, name, at, label, isNext }: Place, value: string): Markup {
  const hint = isNext ? undefined : hintOf(path);
  const shown = path === 'types' ? (knownType(value)?.name ?? value) : value;
  const isLong = LONG.has(path);
  const attributes = html`id="f-${at}" data-kind="text" data-name="${name}" aria-describedby="h-${at} p-${at}"
  autocomplete="off"${path === 'attachments.file' && html` readonly`}`;
  return html`<label for="f-${at}">${label}</label>
    <p class="hint" id="h-${at}">${hint}</p>
    ${isLong ? html`<textarea rows="2" ${attributes}>${`\n${shown}`}</textarea>` : html`<input ${attributes} value="${shown}" ${LISTS[path] !== undefined && html` list="${LISTS[path]}"`} />`}
    <div class="problems" id="p-${at}"></div>`;
}

/** What is chosen from what there is, by typing a few letters. */
const LISTS: Readonly<Record<string, string>> = {
  types: 'type-names',
  'corrects.release': 'release-ids',
  related: 'release-ids',
};

/** What is written in sentences. */
const LONG = new Set(['summary', 'corrects.changes.was', 'corrects.changes.now']);

function dateMarkup({ name, at }: Place, value: string): Markup {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)([+-]\d{2}:\d{2})?)?$/.exec(value);
  const [, day = '', time = '', offset = ''] = match ?? [];
  // What no calendar shows, such as another offset, stays a text.
  if (value !== '' && (!match || (offset !== '' && !offsetsShowing(`${day} ${time}`).includes(offset))))
    return html`<label for="f-${at}">Date and time in Sydney</label>
      <input
        id="f-${at}"
        data-kind="text"
        data-name="${name}"
        aria-describedby="p-${at}"
        autocomplete="off"
        value="${value}"
      />
      <div class="problems" id="p-${at}"></div>`;
  return html`<div class="pair" data-clock data-kind="date" data-name="${name}">
      <div>
        <label for="f-${at}">Date</label
        ><input type="date" id="f-${at}" aria-describedby="h-${at} p-${at}" value="${day}" />
      </div>
      <div>
        <label for="f-${at}-time">Time in Sydney</label
        ><input type="time" id="f-${at}-time" aria-describedby="h-${at} p-${at}" value="${time}" />
      </div>
      ${clockMarkup(`f-${at}-clock`, { day, time, offset })}
    </div>
    <p class="hint" id="h-${at}">As ASX released it; leave the time empty where it is not known.</p>
    <div class="problems" id="p-${at}"></div>`;
}

function choiceMarkup(options: readonly string[], { path, name, at, label }: Place, value: string): Markup {
  const all = options.includes(value) || value === '' ? options : [...options, value];
  return html`<label for="f-${at}">${label}</label>
    <p class="hint" id="h-${at}">${hintOf(path)}</p>
    <select id="f-${at}" data-kind="text" data-name="${name}" aria-describedby="h-${at} p-${at}">
      <option value="">Not recorded</option>
      ${all.map((option) => html`<option value="${option}" ${option === value && html` selected`}>${optionLabel(option)}</option>`)}
    </select>
    <div class="problems" id="p-${at}"></div>`;
}

function listMarkup(item: Control, place: Place, values: readonly FormValue[]): Markup {
  const { path, name, at, label } = place;
  const isText = item.kind === 'text';
  // A list of texts shows an empty first line, so that there is something to type into.
  const shown: readonly (FormValue | undefined)[] = isText && values.length === 0 ? [undefined] : values;
  const row = (value: FormValue | undefined, index: number | string, control = item): Markup => {
    const isNext = index !== 0;
    const own = { path, name: '', at: `${at}.${index}`, label: isNext ? `${label}, next` : label, isNext };
    return html`<div class="row" data-row>
      ${isText ? textMarkup(own, textOf(value)) : controlMarkup(control, { ...own, label: '' }, value)}
      <button type="button" data-remove>Remove<span class="hidden"> ${label}</span></button>
    </div>`;
  };
  const all =
    item.kind === 'variants'
      ? item.groups.map((group) => ({ control: group, words: labelOf(`${path}.${group.key}`) }))
      : [{ control: item, words: label }];
  // A file beside the release comes by being chosen.
  const kinds = path === 'attachments' ? all.filter(({ words }) => words !== labelOf('attachments.file')) : all;
  return html`<fieldset data-kind="list" data-name="${name}" id="f-${at}">
<legend${isText && html` class="hidden"`}>${label}</legend>
${!isText && hintOf(path) !== undefined && html`<p class="hint">${hintOf(path)}</p>`}
<div data-rows>${shown.map((value, index) => row(value, index))}</div>
<div class="problems" id="p-${at}"></div>
${path === 'attachments' && html`<label class="button add" for="attach">Add a document</label> <input class="hidden" id="attach" type="file" multiple data-attach />`}
${kinds.map(({ control, words }) => html`<template>${row(undefined, '@', control)}</template><button type="button" class="add" data-add>${addWords(path, words)}</button>`)}
</fieldset>`;
}

function groupMarkup(fields: readonly Field[], { path, name, at, label }: Place, value: FormFields): Markup {
  return html`<fieldset class="group" data-kind="group" data-name="${name}" id="f-${at}">
    ${label !== '' && html`<legend>${label}</legend>`}
    ${fields.map((field) => html`<div class="field">${controlMarkup(field.control, { path: `${path}.${field.name}`, name: field.name, at: `${at}.${field.name}`, label: labelOf(`${path}.${field.name}`) }, value[field.name])}</div>`)}
    <div class="problems" id="p-${at}"></div>
  </fieldset>`;
}

function textOf(value: FormValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function groupOf(value: FormValue | undefined): FormFields {
  return typeof value === 'object' && !isList(value) ? value : {};
}
