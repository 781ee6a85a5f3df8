import { say } from './language.js';

const SUBMISSION = /\/process-definition\/.+\/submit-form(?:\?|$)/;
let number = null;

/** Tasklist says that an order was logged; this adds which one it is. */
export function tellLogged() {
  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, address) {
    if (method.toUpperCase() === 'POST' && SUBMISSION.test(String(address))) {
      this.addEventListener('load', () => {
        number = this.status < 400 ? numberIn(this.responseText) : null;
      });
    }
    return open.apply(this, arguments);
  };
}

function numberIn(text) {
  try {
    return JSON.parse(text).businessKey;
  } catch (e) {
    return null;
  }
}

/** Called whenever the page has changed: Tasklist draws its notice a little later. */
export function nameLogged() {
  const notice = number && document.querySelector('.alert-info strong.status');
  if (notice) {
    notice.textContent = say('{0} logged', number);
    number = null;
  }
}
