import { barLinks } from './bar-links.js';
import { say } from './language.js';

const ADDRESS = '#/start';
/** Tasklist's own page. */
const LISTS = '#/';

/** Leads to what to begin with, and to Tasklist's lists. */
export const start = barLinks({
  id: 'jobline-start-link',
  priority: 600,
  links: [
    { address: ADDRESS, icon: 'home', label: say('Start') },
    { address: LISTS, icon: 'tasks', label: say('Lists') }
  ]
});

// at once after logging in
window.addEventListener('hashchange', event => {
  if (/#\/login/.test(event.oldURL) && /^#\/(\?|$)/.test(window.location.hash)) {
    window.location.replace(ADDRESS);
  }
});
