// Files: chosen, dropped, pasted or photographed, and sent at once; what is submitted is the id the server gave them.

import { api } from '../../api.js';
import { locale, say } from '../../language.js';
import { html, nothing } from '../../lit-html.js';

const MAX_BYTES = 25 * 1024 * 1024;

export const files = {
  start: value => value === null || typeof value === 'object' ? value : { id: String(value), name: null, size: null },

  /** A file that didn't arrive stands in the way, or the form would be sent without it. */
  read: (entry, field) => ({ value: entry && entry.id, error: field.trouble || undefined }),

  /** @return told when nothing is being sent any more; null when nothing is */
  awaits: field => field.upload ? field.upload.done : null,

  draw(field, aria) {
    const { upload, trouble } = field;
    const take = list => list && list.length > 0 && send(field, list[0]);
    return html`<span class="jobline-drop" @dragover=${event => event.preventDefault()}
        @drop=${event => {
          event.preventDefault();
          take(event.dataTransfer.files);
        }}
        @paste=${event => take(event.clipboardData.files)}>
      <input type="file" class="jobline-file" id=${aria.id} name=${aria.name}
        aria-describedby=${aria.describedBy} aria-invalid=${aria.invalid} aria-required=${aria.required}
        @change=${event => take(event.target.files)} @blur=${() => field.leave()}>
      <label class="btn btn-default btn-xs jobline-camera">${say('Take a photo')}<input type="file" accept="image/*"
        capture="environment" tabindex="-1" @change=${event => take(event.target.files)}></label>
      <span class="jobline-quiet">${say('or drop or paste it here')}</span>
      ${upload ? html`<progress class="jobline-progress" max="1" .value=${upload.part}
        aria-label=${say('Uploading {0}', upload.name)}></progress>` : nothing}
      <span class="jobline-upload-message" role="status">${told(field.entry)}</span>
      ${(field.entry || trouble) && !upload ? html`<button type="button" class="btn btn-default btn-xs"
        @click=${event => remove(event, field)}>${say('Remove file')}</button>` : nothing}
    </span>`;
  }
};

function told(entry) {
  return !entry ? '' : entry.name ? say('{0} ({1}) uploaded', entry.name, size(entry.size)) : say('File uploaded');
}

function size(bytes) {
  const mega = bytes / 1024 / 1024;
  return mega < 1 ? Math.ceil(bytes / 1024) + ' kB' : mega.toLocaleString(locale, { maximumFractionDigits: 1 }) + ' MB';
}

function remove(event, field) {
  const chooser = event.target.closest('.jobline-drop').querySelector('input');
  chooser.value = '';
  field.trouble = null;
  field.enter(null);
  field.model.changed();
  chooser.focus();
}

function send(field, file) {
  field.enter(null);
  field.trouble = file.size > MAX_BYTES ? say('{0} is larger than 25 MB.', file.name) : null;
  if (field.trouble) {
    field.upload = null;
    field.leave();
    return;
  }
  const upload = { name: file.name, part: 0 };
  field.upload = upload;
  upload.done = sent(field, file, upload);
  field.model.changed();
}

/** Another file may be chosen before the first one is sent: then only the last one counts. */
async function sent(field, file, upload) {
  try {
    const received = await api.upload(field.context.number, file, part => {
      upload.part = part;
      field.model.changed();
    });
    if (field.upload === upload) {
      field.enter({ id: received.id, name: received.fileName, size: received.size });
    }
  } catch (failure) {
    if (field.upload === upload) {
      field.trouble = file.name + ': ' + failure.message;
      field.isLeft = true;
    }
  } finally {
    if (field.upload === upload) {
      field.upload = null;
      field.model.changed();
    }
  }
}
