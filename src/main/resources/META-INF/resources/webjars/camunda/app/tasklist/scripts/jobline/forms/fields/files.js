// Files: chosen, dropped, pasted or photographed, and sent at once; what is submitted is the id the server gave each. A
// field takes one file, or several with the property "several".

import { api } from '../../api.js';
import { locale, say } from '../../language.js';
import { html, nothing } from '../../lit-html.js';

const MAX_BYTES = 25 * 1024 * 1024;
/** As many as the server takes in one field. */
const MAX_FILES = 20;

export function takesSeveral({ component }) {
  return component.properties?.several === 'true';
}

/** Those that are on their way, or did not arrive. */
function sending(field) {
  field.sending ??= [];
  return field.sending;
}

function running(field) {
  return sending(field).filter(({ trouble }) => !trouble);
}

export const files = {
  start: value => (Array.isArray(value) ? value : [value]).filter(Boolean)
    .map(file => typeof file === 'object' ? file : { id: String(file), name: null, size: null }),

  /** A file that didn't arrive stands in the way, or the form would be sent without it. */
  read(entry, field) {
    const ids = entry.map(({ id }) => id);
    const troubles = sending(field).filter(({ trouble }) => trouble).map(({ trouble }) => trouble);
    return { value: takesSeveral(field) ? ids : ids[0] ?? null, error: troubles.join(' ') || undefined };
  },

  isOnItsWay: field => running(field).length > 0,

  /** @return told when what is being sent now has arrived or failed */
  awaits: field => Promise.all(running(field).map(({ done }) => done)),

  close: field => sending(field).forEach(upload => drop(field, upload)),

  /** What the server says of a file it calls by its id, with the file's name. */
  named: (message, field) => field.entry
    .reduce((text, { id, name }) => name ? text.replaceAll('Upload ' + id, name) : text, message),

  draw(field, aria) {
    const several = takesSeveral(field);
    const take = list => list && list.length > 0 && send(field, several ? Array.from(list) : [list[0]]);
    const choose = event => {
      take(Array.from(event.target.files));
      if (several) {
        // the same file may be chosen again after it was removed
        event.target.value = '';
      }
    };
    return html`<span class="jobline-drop" @dragover=${event => event.preventDefault()}
        @drop=${event => {
          event.preventDefault();
          take(event.dataTransfer.files);
        }}
        @paste=${event => take(event.clipboardData.files)}>
      <input type="file" class="jobline-file" id=${aria.id} name=${aria.name} ?multiple=${several}
        aria-describedby=${aria.describedBy} aria-invalid=${aria.invalid} aria-required=${aria.required}
        @change=${choose} @blur=${() => field.leave()}>
      <label class="btn btn-default btn-xs jobline-camera">${say('Take a photo')}<input type="file" accept="image/*"
        capture="environment" tabindex="-1" @change=${choose}></label>
      <span class="jobline-quiet">${several ? say('or drop or paste them here')
        : say('or drop or paste it here')}</span>
      <ul class="jobline-uploads" aria-live="polite">
        ${field.entry.map(file => html`<li><span class="jobline-upload-message">${file.name
          ? say('{0} ({1}) uploaded', file.name, size(file.size)) : say('File uploaded')}</span>
          ${removal(file.name, event => remove(event, field,
            () => field.enter(field.entry.filter(other => other !== file))))}
        </li>`)}
        ${sending(field).map(upload => html`<li>${upload.trouble
          ? html`<span class="jobline-upload-message">${say('{0}: not uploaded', upload.name)}</span>
            ${!upload.mayArrive ? nothing : html`<button type="button"
              class="btn btn-default btn-xs" @click=${event => again(event, field, upload)}>${say('Try again')}<span
              class="sr-only"> ${upload.name}</span></button>`}`
          : html`<span>${upload.name} (${size(upload.file.size)})</span>
            <progress class="jobline-progress" max="1" .value=${upload.part}
              aria-label=${say('Uploading {0}', upload.name)}></progress>`}
          ${removal(upload.name, event => remove(event, field, () => drop(field, upload)))}</li>`)}
      </ul>
    </span>`;
  }
};

function removal(name, onRemove) {
  return html`<button type="button" class="btn btn-default btn-xs" @click=${onRemove}>${say('Remove file')}${
    name ? html`<span class="sr-only"> ${name}</span>` : nothing}</button>`;
}

function size(bytes) {
  const mega = bytes / 1024 / 1024;
  return mega < 1 ? Math.ceil(bytes / 1024) + ' kB' : mega.toLocaleString(locale, { maximumFractionDigits: 1 }) + ' MB';
}

function drop(field, upload) {
  field.sending = sending(field).filter(other => other !== upload);
  upload.end?.abort();
}

function remove(event, field, change) {
  const chooser = event.target.closest('.jobline-drop').querySelector('input');
  chooser.value = '';
  change();
  field.complaint = null;
  field.model.changed();
  chooser.focus();
}

/** Each at once. A field of one file takes the last one. */
function send(field, list) {
  if (!takesSeveral(field)) {
    field.enter([]);
    files.close(field);
  }
  field.complaint = null;
  list.forEach(file => {
    const at = Math.max(0, ...[...field.entry, ...sending(field)].map(other => other.at ?? 0)) + 1;
    const upload = { file, name: file.name, at, part: 0, trouble: null, mayArrive: false };
    const isRoom = field.entry.length + sending(field).length < MAX_FILES;
    field.sending = [...sending(field), upload];
    if (file.size > MAX_BYTES) {
      fail(field, upload, say('{0} is larger than 25 MB.', file.name));
    } else if (!isRoom) {
      fail(field, upload, say('{0} is one too many: up to {1} files.', file.name, MAX_FILES));
    } else {
      begin(field, upload);
    }
  });
  field.model.changed();
}

function fail(field, upload, trouble) {
  upload.trouble = trouble;
  field.isLeft = true;
  field.model.changed();
}

function begin(field, upload) {
  Object.assign(upload, { part: 0, trouble: null, end: new AbortController() });
  upload.done = sent(field, upload);
  field.model.changed();
}

function again(event, field, upload) {
  const chooser = event.target.closest('.jobline-drop').querySelector('input');
  begin(field, upload);
  chooser.focus();
}

/** What was removed meanwhile is nobody's any more. */
async function sent(field, upload) {
  const isWanted = () => sending(field).includes(upload);
  try {
    const received = await api.upload(field.context.number, upload.file, part => {
      upload.part = part;
      field.model.changed();
    }, upload.end.signal);
    if (isWanted()) {
      drop(field, upload);
      // in the order they were chosen in, whichever arrives first
      field.enter([...field.entry, { id: received.id, name: received.fileName, size: received.size, at: upload.at }]
        .sort((one, other) => (one.at ?? 0) - (other.at ?? 0)));
    }
  } catch (failure) {
    if (isWanted()) {
      // what the server looked at and refused, it refuses again
      upload.mayArrive = ![400, 413].includes(failure.status);
      fail(field, upload, upload.name + ': ' + failure.message);
    }
  }
}
