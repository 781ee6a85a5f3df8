import { tableAddress } from './order-lists.js';
import { OrderTable } from './order-table.js';
import { element } from './page.js';
import { routePage } from './route-page.js';
import { orderWords as words } from './words.js';

/** All orders as a table, with an address that tells which: …/tasklist/default/#/orders?list=breached. */
export const ordersPage = routePage({
  id: 'jobline-orders-page',
  path: '/orders',
  className: 'jobline-orders',
  open(holder) {
    holder.setAttribute('aria-labelledby', 'jobline-orders-title');
    const table = new OrderTable(holder);
    table.open();
    return table;
  }
});

let cleanUp = null;

/** The way to the table; Ctrl+Alt+O leads there too. */
export const orders = {
  id: 'jobline-orders',
  pluginPoint: 'tasklist.navbar.action',
  priority: 400,

  render(node) {
    node.className = 'jobline-orders-holder';
    const byKey = event => {
      if (event.code === 'KeyO' && event.ctrlKey && event.altKey && !document.querySelector('dialog[open]')) {
        event.preventDefault();
        window.location.hash = tableAddress();
      }
    };
    document.addEventListener('keydown', byKey);
    node.append(element('a', { class: 'jobline-orders-link', href: tableAddress(), title: words.shortcut },
      element('span', { class: 'glyphicon glyphicon-th-list', 'aria-hidden': 'true' }), ' ' + words.title));
    cleanUp = () => document.removeEventListener('keydown', byKey);
  },

  unmount() {
    cleanUp?.();
  }
};
