import { api } from './api.js';
import { say } from './language.js';
import { html, nothing, render } from './lit-html.js';

const ADDRESS = '#/log';
let cleanUp = null;

/** Leads to the page that logs orders, in the place of Tasklist's own list of processes. Ctrl+Alt+P leads there, too. */
export const logOrders = {
  id: 'jobline-log-link',
  pluginPoint: 'tasklist.navbar.action',
  priority: 450,

  render(node) {
    node.className = 'jobline-orders-holder';
    const byKey = event => {
      if (event.code === 'KeyP' && event.ctrlKey && event.altKey && !document.querySelector('dialog[open]')) {
        event.preventDefault();
        // Tasklist has this key open its own dialog
        event.stopImmediatePropagation();
        window.location.hash = ADDRESS;
      }
    };
    window.addEventListener('keydown', byKey, true);
    cleanUp = () => {
      window.removeEventListener('keydown', byKey, true);
      render(nothing, node);
    };
    show(node);
  },

  unmount() {
    cleanUp?.();
    cleanUp = null;
  }
};

async function show(node) {
  try {
    if ((await api.orderTypes()).length > 0) {
      render(html`<a class="jobline-orders-link" href=${ADDRESS} title=${say('Log an order (Ctrl+Alt+P)')}>
        <span class="glyphicon glyphicon-earphone" aria-hidden="true"></span> ${say('Log an order')}</a>`, node);
    }
  } catch (failure) {
    // the page is there by its address and key all the same
  }
}
