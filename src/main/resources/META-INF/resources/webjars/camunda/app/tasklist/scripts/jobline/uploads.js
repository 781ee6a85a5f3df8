import { api } from './api.js';
import { say } from './language.js';
import { element, fieldId, formControls, shownTask } from './page.js';

const SUFFIX = /__upload$/;
const MARK = 'joblineUpload';
const MAX_BYTES = 25 * 1024 * 1024;
/** Longer than a form waits for another key, in milliseconds. */
const SETTLE_MS = 400;
const MAX_TRIES = 5;
/** Names of the files that are uploaded, by what their field holds: a form draws its fields anew as it likes. */
const names = new Map();

/** A file chooser for the text fields whose id ends with __upload; what they hold is the id the server gave the file. */
export function fillUploads() {
  formControls()
    .filter(control => control.tagName === 'INPUT' && SUFFIX.test(fieldId(control)) && !control.dataset[MARK])
    .forEach(control => {
      control.dataset[MARK] = 'yes';
      choose(control);
    });
}

function choose(control) {
  const field = control.closest('.fjs-form-field') || control.parentElement;
  const file = element('input', {
    type: 'file',
    class: 'jobline-file',
    'aria-label': say('Choose a file'),
    disabled: control.disabled || control.readOnly
  });
  const progress = element('progress', { class: 'jobline-progress', max: '1', value: '0', hidden: true });
  const message = element('span', { class: 'jobline-upload-message', role: 'status' },
    control.value ? names.get(control.value) || say('File uploaded') : '');
  const chooser = element('div', { class: 'jobline-upload' }, file, progress, message);
  let running = 0;

  field.append(chooser);

  function tell(text, isWrong) {
    message.textContent = text;
    message.classList.toggle('jobline-complaint', Boolean(isWrong));
  }

  file.addEventListener('change', async () => {
    const run = ++running;
    const chosen = file.files[0];
    tell('');
    await fill(control, '');
    if (!chosen) {
      return;
    }
    if (chosen.size > MAX_BYTES) {
      tell(say('{0} is larger than 25 MB.', chosen.name), true);
      return;
    }
    progress.hidden = false;
    progress.value = 0;
    try {
      const number = await api.orderOfTask(shownTask());
      const upload = await api.upload(number, chosen, part => {
        progress.value = part;
      });
      if (run === running) {
        const text = say('{0} ({1}) uploaded', upload.fileName, size(upload.size));
        names.set(upload.id, text);
        await fill(control, upload.id);
        tell(text);
      }
    } catch (failure) {
      if (run === running) {
        tell(chosen.name + ': ' + failure.message, true);
      }
    } finally {
      if (run === running) {
        progress.hidden = true;
      }
    }
  });
}

/** As if it were typed: the form looks at it after a pause, unless it has drawn the field anew with what it knew before. */
async function fill(control, value) {
  for (let tries = 0; tries < MAX_TRIES && control.value !== value; tries++) {
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise(resolve => setTimeout(resolve, SETTLE_MS));
  }
}

function size(bytes) {
  return bytes < 1024 * 1024 ? Math.ceil(bytes / 1024) + ' kB' : (bytes / 1024 / 1024).toFixed(1) + ' MB';
}
