import { api } from './api.js';
import { barLinks } from './bar-links.js';
import { say } from './language.js';

/**
 * Leads to the page that logs orders, in the place of Tasklist's own list of processes. Who may log none isn't led there;
 * the page is there by its address and key all the same.
 */
export const logOrders = barLinks({
  id: 'jobline-log-link',
  priority: 450,
  code: 'KeyP',
  links: [{ address: '#/log', icon: 'earphone', label: say('Log an order'), title: say('Log an order (Ctrl+Alt+P)') }],
  isOffered: async () => (await api.orderTypes()).length > 0
});
