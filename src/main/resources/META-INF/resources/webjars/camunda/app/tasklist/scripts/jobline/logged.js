import { say } from './language.js';
import { showOrder } from './order-address.js';

const SUBMISSION = /\/process-definition\/.+\/submit-form(?:\?|$)/;

/** An order that was logged is shown at once, with its number. */
export function showLogged() {
  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, address) {
    if (method.toUpperCase() === 'POST' && SUBMISSION.test(String(address))) {
      this.addEventListener('load', () => {
        const number = this.status < 400 ? numberIn(this.responseText) : null;
        if (number) {
          // Tasklist closes its form first
          setTimeout(() => showOrder(number, say('{0} logged', number)));
        }
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
