// What diagrams and forms say, in the agent's language, as process owners translate it. Only what is shown changes:
// keys, values and what is sent stay what they are, and what has no translation is shown as it is drawn.

import { language } from './language.js';
import { capital } from './words.js';

/** By what says it, as the server has it: types, actions, statuses, choices and forms. */
let parts = {};
let asking = null;

/**
 * Reads them once; what cannot be read is asked for again the next time.
 *
 * @param read asks the server for those of a language
 */
export function learn(read) {
  if (language === 'en') {
    return Promise.resolve();
  }
  asking ??= read(language).then(answer => {
    parts = Object.fromEntries(Object.entries(answer).map(([part, texts]) => [part, new Map(Object.entries(texts))]));
  }, () => {
    // the desk works in English too
    asking = null;
  });
  return asking;
}

function translated(part, text) {
  return parts[part]?.get(text) ?? text;
}

export function typeName(name) {
  return translated('types', name);
}

export function actionName(name) {
  return translated('actions', name);
}

/** @param name with its number or without, such as 1.03 Pending acceptance */
export function statusName(name) {
  const [, number, rest] = /^(\d\.\d\d )?(.*)$/s.exec(name ?? '');
  return name && (number ?? '') + translated('statuses', rest);
}

export function textOfForm(text) {
  return translated('forms', text);
}

/** What was once chosen in a form, whose choices begin with a capital letter. */
export function chosenText(value) {
  return parts.forms?.get(capital(value)) ?? value;
}

/** A form as it is shown; each label keeps what it is in English, which the server calls it by. */
export function translatedForm(form) {
  const { data } = form;
  const lists = new Set(form.components.map(({ valuesKey }) => valuesKey).filter(key => Array.isArray(data?.[key])));
  const options = Array.from(lists,
    key => [key, data[key].map(option => ({ ...option, label: choice(option.label) }))]);
  return {
    ...form,
    components: form.components.map(translatedComponent),
    ...(data && { data: { ...data, ...Object.fromEntries(options) } })
  };
}

function choice(label) {
  return parts.choices?.get(label) ?? typeName(label);
}

function translatedComponent(component) {
  const { validate, values } = component;
  const texts = ['label', 'dateLabel', 'timeLabel', 'description', 'text'].filter(key => component[key])
    .map(key => [key, textOfForm(component[key])]);
  return {
    ...component,
    ...Object.fromEntries(texts),
    originalLabel: component.label || component.dateLabel,
    ...(validate?.patternErrorMessage
      && { validate: { ...validate, patternErrorMessage: textOfForm(validate.patternErrorMessage) } }),
    ...(values && { values: values.map(value => ({ ...value, label: textOfForm(value.label) })) })
  };
}
