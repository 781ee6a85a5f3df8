import { shownOrder } from './order-address.js';
import { element } from './page.js';
import { OrderTable } from './order-table.js';
import { orderWords as words } from './words.js';

let cleanUp = null;

/** All orders as a table over the whole window. Ctrl+Alt+O leads here. */
export const orders = {
  id: 'jobline-orders',
  pluginPoint: 'tasklist.navbar.action',
  priority: 400,

  render(node) {
    node.className = 'jobline-orders-holder';
    // beside the page's own content: the navigation bar would dress it as one of its menus
    const dialog = element('dialog', { class: 'jobline-orders', 'aria-labelledby': 'jobline-orders-title' });
    document.body.append(dialog);
    const table = new OrderTable(dialog);
    const byKey = event => {
      if (event.code === 'KeyO' && event.ctrlKey && event.altKey && !document.querySelector('dialog[open]')) {
        event.preventDefault();
        table.open();
      }
    };
    const byAddress = () => shownOrder() && table.close();
    document.addEventListener('keydown', byKey);
    window.addEventListener('hashchange', byAddress);
    node.append(element('button', {
      type: 'button', class: 'jobline-orders-link', title: words.shortcut, onclick: () => table.open()
    }, element('span', { class: 'glyphicon glyphicon-th-list', 'aria-hidden': 'true' }), ' ' + words.title));
    cleanUp = () => {
      document.removeEventListener('keydown', byKey);
      window.removeEventListener('hashchange', byAddress);
      table.close();
      dialog.remove();
    };
  },

  unmount() {
    if (cleanUp) {
      cleanUp();
    }
  }
};
