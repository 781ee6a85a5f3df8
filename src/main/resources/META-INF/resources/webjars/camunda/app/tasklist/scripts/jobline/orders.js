import { barLinks } from './bar-links.js';
import { tableAddress } from './order-lists.js';
import { OrderTable } from './order-table.js';
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

/** The way to the table. */
export const orders = barLinks({
  id: 'jobline-orders',
  priority: 400,
  code: 'KeyO',
  links: [{ address: tableAddress(), icon: 'th-list', label: words.title, title: words.shortcut }]
});
