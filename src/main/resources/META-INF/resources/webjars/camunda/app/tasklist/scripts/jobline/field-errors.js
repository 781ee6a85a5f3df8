import { orderSheetOf } from './api.js';
import { element, fieldId, formControls } from './page.js';

const SUBMISSION = /\/(?:task|process-definition)\/.+\/submit-form(?:\?|$)/;
const MESSAGE = 'jobline-field-error';
const ORDER_NUMBER = /\b([A-Z]{1,2}-\d{6,})\b/;

/** Puts what the server says is wrong with a field beside the field; what was typed stays as it is. */
export function showFieldErrors() {
  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, address) {
    if (method.toUpperCase() === 'POST' && SUBMISSION.test(String(address))) {
      this.addEventListener('load', () => answered(this));
    }
    return open.apply(this, arguments);
  };
}

function answered(request) {
  clear();
  if (request.status < 400) {
    return;
  }
  let answer;
  try {
    answer = JSON.parse(request.responseText);
  } catch (e) {
    return;
  }
  // what may be a duplicate is wrong with no field, but one is ticked to log it anyway
  const errors = answer.errors || answer.candidates && [{ field: 'confirmDuplicate', message: answer.message }];
  if (Array.isArray(errors)) {
    show(errors);
  }
}

function clear() {
  document.querySelectorAll('.' + MESSAGE).forEach(message => message.remove());
  document.querySelectorAll('.jobline-wrong').forEach(field => field.classList.remove('jobline-wrong'));
}

function controlOf(field, controls) {
  const isOf = id => id === field || id.startsWith(field + '__') || id.startsWith(field + '-');
  return controls.find(control => fieldId(control) === field) || controls.find(control => isOf(fieldId(control)));
}

function show(errors) {
  const controls = formControls();
  const wrong = [];
  errors.forEach(error => {
    const control = controlOf(error.field, controls);
    const field = control && (control.closest('.fjs-form-field') || control.parentElement);
    if (!field) {
      return;
    }
    wrong.push(control);
    field.classList.add('jobline-wrong');
    const message = element('div', { class: MESSAGE, role: 'alert' }, withLinks(error.message));
    field.append(message);
    const forget = () => {
      message.remove();
      field.classList.remove('jobline-wrong');
    };
    field.addEventListener('input', forget, { once: true });
    field.addEventListener('change', forget, { once: true });
  });
  wrong.sort((a, b) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
  if (wrong.length > 0) {
    wrong[0].focus();
    wrong[0].scrollIntoView({ block: 'center' });
  }
}

/** Numbers of orders, such as possible duplicates, lead to the order's sheet: what is typed here stays. */
function withLinks(text) {
  return text.split(ORDER_NUMBER).map((part, index) => index % 2 === 0 ? part
    : element('a', { href: orderSheetOf(part), target: '_blank', rel: 'noopener' }, part));
}
