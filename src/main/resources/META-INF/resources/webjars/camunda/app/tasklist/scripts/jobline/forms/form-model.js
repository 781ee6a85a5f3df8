// What a form is made of, what stands in its fields, and what of it is submitted; knows nothing of the page.

import { locale, say } from '../language.js';
import { choices } from './fields/choices.js';
import { dateTimes } from './fields/date-times.js';
import { files } from './fields/files.js';
import { lines } from './fields/lines.js';
import { listOf, lookUps } from './fields/look-ups.js';
import { numbers } from './fields/numbers.js';
import { rows } from './fields/rows.js';
import { holds } from './expressions.js';

const UPLOAD = /__upload$/;
const MAX_CHARACTERS = 4000;
/** What a tick confirms beside a date; whatever else one confirms is the name of a summary. */
const FAR = 'far';

/** What fields of a component can do: start, read, draw; undefined for one that is no field. */
function kindOf(component) {
  const properties = component.properties || {};
  switch (component.type) {
    case 'textfield':
      return UPLOAD.test(component.id) ? files : listOf(component) ? lookUps : lines;
    case 'textarea':
      return properties.rows ? rows : lines;
    case 'number':
      return numbers;
    case 'datetime':
      return dateTimes;
    case 'checkbox':
    case 'radio':
    case 'checklist':
    case 'taglist':
      return choices;
    case 'select':
      return lookUps;
    default:
      return undefined;
  }
}

function flat(components) {
  return components.flatMap(component => component.components ? flat(component.components) : [component]);
}

export function isEmpty(value) {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
    || (Array.isArray(value) && value.length === 0);
}

/** Whether every order is asked the same: a form that wants a file, or begins with values of its order, is not. */
export function isForSeveral(form) {
  return flat(form.components).filter(kindOf)
    .every(component => !(kindOf(component) === files && component.validate?.required)
      && isEmpty((form.data || {})[component.key]));
}

/** The form as it is asked of several orders: what depends on each order is shown, and need not be filled in. */
export function forSeveral(form) {
  const keys = flat(form.components).map(({ key }) => key);
  const given = Object.keys(form.data || {}).filter(name => !keys.includes(name));
  const dependent = ({ conditional }) => given.some(name => new RegExp('\\b' + name + '\\b').test(conditional?.hide || ''));
  const asked = component => component.components ? { ...component, components: component.components.map(asked) }
    : dependent(component) ? { ...component, conditional: undefined, validate: { ...component.validate, required: false } }
      : component;
  // a file is one order's
  return { ...form, components: form.components.filter(component => kindOf(component) !== files).map(asked) };
}

/** A pattern that only the server understands is left to the server. */
function matches(pattern, text) {
  try {
    return new RegExp('^(?:' + pattern + ')$', 'u').test(text);
  } catch (e) {
    return true;
  }
}

/** A field of a form, and what stands in it. */
class Field {

  constructor(model, component) {
    this.model = model;
    this.component = component;
    this.key = component.key;
    this.kind = kindOf(component);
    this.label = component.label || component.dateLabel || component.key;
    this.rules = component.validate || {};
    this.isRequired = Boolean(this.rules.required);
    this.begin();
    /** Whether it has been left, so that what is wrong with it may be said. */
    this.isLeft = false;
    /** What the server said of it. */
    this.complaint = null;
  }

  /** With what is given, else with what the form's data has for it. */
  begin(value = null) {
    const data = this.model.form.data || {};
    this.options = this.component.values || data[this.component.valuesKey] || [];
    this.initial = value ?? data[this.key] ?? this.component.defaultValue ?? null;
    this.entry = this.kind.start(this.initial, this);
    this.first = JSON.stringify(this.entry);
  }

  get context() {
    return this.model.context;
  }

  get isTouched() {
    return JSON.stringify(this.entry) !== this.first;
  }

  enter(entry) {
    if (JSON.stringify(entry) === JSON.stringify(this.entry)) {
      // leaving a field tells of it a second time
      return;
    }
    this.entry = entry;
    this.complaint = null;
    this.model.follow(this);
    this.model.changed();
  }

  /** Says what is wrong with it from now on, too; to have passed by without typing is nothing wrong yet. */
  leave() {
    this.isLeft = this.isLeft || this.isTouched || Boolean(this.kind.read(this.entry, this).error);
    this.settle();
  }

  /** Shows what was typed as it was understood. */
  settle() {
    if (this.kind.tidy && this.isTouched) {
      this.entry = this.kind.tidy(this.entry, this);
    }
    this.model.changed();
  }

  /** @return value, null when blank, and what else the kind tells of it; or error, what is wrong in words */
  read() {
    if (!this.isTouched && !isEmpty(this.initial) && !this.kind.isGiven?.(this)) {
      return { ...this.kind.read(this.entry, this), value: this.initial, error: undefined };
    }
    const read = this.kind.read(this.entry, this);
    return read.error ? read : { ...read, error: this.fault(read.value) };
  }

  fault(value) {
    if (isEmpty(value) || value === false) {
      return !this.isRequired ? undefined
        : this.component.type === 'checkbox' ? say('Tick to confirm') : say('Required');
    }
    const { min, max, minLength, maxLength, pattern, patternErrorMessage } = this.rules;
    if (typeof value === 'number') {
      const limit = bound => bound.toLocaleString(locale, { maximumFractionDigits: 10 });
      return min !== undefined && value < min ? min === 0 ? say('Can\'t be negative') : say('At least {0}', limit(min))
        : max !== undefined && value > max ? say('At most {0}', limit(max)) : undefined;
    }
    if (typeof value === 'string') {
      const most = maxLength || MAX_CHARACTERS;
      const length = value.trim().length;
      return length > most ? say('At most {0} characters; these are {1}', most, length)
        : minLength && length < minLength ? say('At least {0} characters', minLength)
          : pattern && !matches(pattern, value.trim()) ? patternErrorMessage || say('Not in the right format')
            : undefined;
    }
    return undefined;
  }

  /** What conditions know of it, here and on the server, which is told of no tick that was never touched. */
  seen() {
    const { value, error } = this.read();
    return error || isEmpty(value) || (value === false && !this.isTouched) ? null : value;
  }

  /** Not shown: what the server handed out is sent back as it is. */
  get isHidden() {
    return this.component.properties?.hidden === 'true';
  }

  /** Whether it is the tick beside a date far away. */
  get isOfFarDates() {
    return this.component.properties?.confirms === FAR;
  }

  /** Whether it is the tick beside a summary of what is about to be recorded. */
  get isOfSummary() {
    return Boolean(this.component.properties?.confirms) && !this.isOfFarDates;
  }

  /** A tick that is put beside something else; it is shown when the server asks for it all the same. */
  get isAskedElsewhere() {
    return (this.isOfFarDates || this.isOfSummary && this.model.isSummarised) && !this.complaint && !this.isTouched;
  }

  /** What is to be said of it now. */
  message() {
    return this.complaint || (this.isLeft ? this.read().error : undefined);
  }
}

export class FormModel {

  /**
   * @param form as the server hands it out, with its data
   * @param values what stands in fields instead of what the form begins with, as {@link #drafts} gave them
   * @param order number, timeZone and currency; null while there is none
   * @param isSummarised whether a summary is shown before what is filled in is sent, if the form asks for one
   * @param now gives the present instant
   */
  constructor(form, { values = {}, order = null, isSummarised = false, now = () => new Date(), onChange = () => {} } = {}) {
    this.form = form;
    this.isSummarised = isSummarised;
    this.context = {
      locale, now,
      number: order && order.number,
      zone: order && order.timeZone || Intl.DateTimeFormat().resolvedOptions().timeZone,
      currency: order && order.currency || 'GBP'
    };
    this.onChange = () => {};
    this.components = flat(form.components);
    this.fields = this.components.filter(kindOf).map(component => new Field(this, component));
    this.byKey = new Map(this.fields.map(field => [field.key, field]));
    this.enter(values);
    this.onChange = onChange;
  }

  enter(values) {
    Object.entries(values).forEach(([key, value]) => {
      const field = this.byKey.get(key);
      if (field && !isEmpty(value)) {
        field.entry = field.kind.restore ? field.kind.restore(value, field) : field.kind.start(value, field);
        field.kind.resolve?.(field);
      }
    });
    this.followAll();
  }

  /** Puts values into fields as if somebody had typed them. */
  fill(values) {
    this.enter(values);
    Object.keys(values).map(key => this.byKey.get(key)).filter(Boolean).forEach(field => {
      if (isEmpty(values[field.key])) {
        field.entry = field.kind.start(null, field);
      }
      field.complaint = null;
      field.settle();
    });
  }

  /** What stands in the fields, of a choice what it stands for; nothing for what is empty or wrong. */
  chosen() {
    return Object.fromEntries(this.fields
      .map(field => [field.key, field.kind === lookUps ? field.entry.value : field.seen()])
      .filter(([, value]) => !isEmpty(value)));
  }

  /** The fields before one, or before the table that one of its cells is in. */
  before(field) {
    return this.fields.slice(0, this.fields.indexOf(field.field ?? field));
  }

  /** What was looked up in the fields but one, by their keys: it may leave less to choose from there. */
  lookedUp(but) {
    return Object.fromEntries(this.fields.filter(field => field.kind === lookUps && field !== but && field.entry.value !== null)
      .map(field => [field.key, field.entry.value]));
  }

  changed() {
    this.onChange();
  }

  followAll() {
    this.fields.filter(({ isTouched }) => isTouched).forEach(field => this.follow(field));
  }

  /** What belongs to the choice made in a field stands in the others that nobody has touched. */
  follow(choice) {
    const values = this.form.data?.valuesByChoice;
    if (values) {
      const { value } = choice.read();
      this.fields
        .filter(({ component, isTouched }) => component.properties?.overwritesOf === choice.key && !isTouched)
        .forEach(field => field.begin(values[field.key]?.[value]));
    }
  }

  /** What is shown, and the values its texts refer to: a field is hidden by what stands in those before it. */
  shown() {
    const seen = { ...this.form.data };
    this.fields.forEach(field => {
      seen[field.key] = null;
    });
    const passed = this.components.filter(component => {
      const hide = component.conditional && component.conditional.hide;
      if (hide && holds(hide, seen)) {
        return false;
      }
      const field = this.byKey.get(component.key);
      if (field) {
        seen[field.key] = field.seen();
      }
      return true;
    });
    const drawn = passed.filter(component => !this.byKey.get(component.key)?.isHidden);
    const isElsewhere = component => Boolean(this.byKey.get(component.key)?.isAskedElsewhere);
    return { components: drawn.filter(component => !isElsewhere(component)), elsewhere: drawn.filter(isElsewhere), seen };
  }

  shownFields() {
    return this.shown().components.filter(kindOf).map(component => this.byKey.get(component.key));
  }

  /** The tick beside a summary that is to be shown; undefined when none is. */
  get summaryTick() {
    return this.fieldsElsewhere().find(({ isOfSummary }) => isOfSummary);
  }

  /** The ticks that are put beside something else. */
  fieldsElsewhere() {
    return this.shown().elsewhere.map(component => this.byKey.get(component.key));
  }

  /** The fields in which something stands in the way of a submission. */
  faulty() {
    return this.shownFields().filter(field => field.read().error);
  }

  /**
   * What is submitted: no blank fields, unless they had something to begin with; null empties them.
   */
  submission() {
    const filled = this.shownFields()
      .map(field => [field, field.read().value])
      .filter(([field, value]) => value === false ? field.isTouched : !isEmpty(value) || !isEmpty(field.initial))
      .map(([field, value]) => [field.key, isEmpty(value) ? null : value]);
    const isFar = this.shownFields().some(field => field.read().isFar);
    const ticked = this.fieldsElsewhere().filter(({ isOfSummary }) => isOfSummary || isFar).map(({ key }) => [key, true]);
    const handedBack = this.fields.filter(({ isHidden, initial }) => isHidden && !isEmpty(initial))
      .map(({ key, initial }) => [key, initial]);
    return Object.fromEntries([...filled, ...ticked, ...handedBack]);
  }

  /** What was filled in, right or not, to be kept and put back. */
  drafts() {
    return Object.fromEntries(this.fields.filter(field => field.isTouched)
      .map(field => [field.key, field.kind.draft ? field.kind.draft(field.entry, field) : field.entry]));
  }

  /**
   * The order has changed meanwhile: a field in which nobody has typed shows what is there now, and so does what is only
   * shown of lines that are given.
   */
  renew(data) {
    this.form = { ...this.form, data };
    this.fields.forEach(field => {
      const typed = field.isTouched && field.kind.isGiven?.(field) ? field.kind.draft(field.entry, field) : null;
      if (!field.isTouched || typed) {
        field.begin();
      }
      if (typed) {
        field.entry = field.kind.restore(typed, field);
      }
    });
    this.followAll();
    this.changed();
  }

  isDirty() {
    return this.fields.some(field => field.isTouched);
  }
}
