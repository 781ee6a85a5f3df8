import { html, nothing, render } from './lit-html.js';

/**
 * The way to pages of ours, in the bar at the top of Tasklist.
 *
 * @param priority the higher, the further to the left
 * @param links address, icon, label and title of each
 * @param code of the key that leads to the first of them, with Ctrl and Alt; left out: none does
 * @param isOffered gives a promise of whether the links are shown
 */
export function barLinks({ id, priority, links, code = null, isOffered = async () => true }) {
  let cleanUp = null;

  function byKey(event) {
    if (event.code === code && event.ctrlKey && event.altKey && !document.querySelector('dialog[open]')) {
      event.preventDefault();
      // Tasklist may have a use of its own for the key
      event.stopImmediatePropagation();
      window.location.hash = links[0].address;
    }
  }

  async function show(node) {
    if (await isOffered().catch(() => false)) {
      render(links.map(({ address, icon, label, title }) => html`
        <a class="jobline-orders-link" href=${address} title=${title ?? nothing}>
          <span class="glyphicon glyphicon-${icon}" aria-hidden="true"></span> ${label}</a>`), node);
    }
  }

  return {
    id,
    pluginPoint: 'tasklist.navbar.action',
    priority,

    render(node) {
      node.className = 'jobline-orders-holder';
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
}
