import { say } from './language.js';
import { html, nothing, render } from './lit-html.js';

const ADDRESS = '#/start';
/** Tasklist's own page. */
const LISTS = '#/';
let cleanUp = null;

/** Leads to what to begin with, at once after logging in. */
export const start = {
  id: 'jobline-start-link',
  pluginPoint: 'tasklist.navbar.action',
  priority: 600,

  render(node) {
    node.className = 'jobline-orders-holder';
    const afterLogin = event => {
      if (/#\/login/.test(event.oldURL) && /^#\/(\?|$)/.test(window.location.hash)) {
        window.location.replace(ADDRESS);
      }
    };
    window.addEventListener('hashchange', afterLogin);
    render(html`<a class="jobline-orders-link" href=${ADDRESS}>
      <span class="glyphicon glyphicon-home" aria-hidden="true"></span> ${say('Start')}</a>
      <a class="jobline-orders-link" href=${LISTS}>
      <span class="glyphicon glyphicon-tasks" aria-hidden="true"></span> ${say('Lists')}</a>`, node);
    cleanUp = () => {
      window.removeEventListener('hashchange', afterLogin);
      render(nothing, node);
    };
  },

  unmount() {
    cleanUp?.();
    cleanUp = null;
  }
};
