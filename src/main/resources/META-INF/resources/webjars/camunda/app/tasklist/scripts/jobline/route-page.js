// Pages of our own inside Tasklist, each with its address.

/** How long a page is kept that Tasklist takes away, in case it shows it again; in milliseconds. */
const KEPT_MS = 250;
let shown = null;

/**
 * A page for Tasklist to show under an address. Tasklist adds to the address when its lists are there, and then draws
 * the page anew: it is given the same one, so that nothing typed meanwhile is lost.
 *
 * @param open makes the page in an empty node; what it gives has a method to close it, and may have one that tells whether
 *   it already shows what the rest of the address asks for
 */
export function routePage({ id, path, className = 'jobline-page', open }) {
  return {
    id,
    pluginPoint: 'tasklist.route',
    priority: 100,
    properties: { path },

    render(node) {
      const address = window.location.hash.split('?')[0];
      if (shown && shown.address === address && shown.leaving && (shown.page.isAtAddress?.() ?? true)) {
        clearTimeout(shown.leaving);
        shown.leaving = null;
        node.append(shown.holder);
        // Tasklist may put the node into the page after it was filled
        setTimeout(comeBack, 0, shown);
        return;
      }
      finish();
      const holder = document.createElement('main');
      holder.className = className;
      node.append(holder);
      shown = { address, holder, focus: null, leaving: null };
      holder.addEventListener('focusin', event => {
        shown.focus = event.target;
      });
      shown.page = open(holder);
    },

    unmount() {
      if (shown) {
        clearTimeout(shown.leaving);
        shown.leaving = setTimeout(finish, KEPT_MS);
      }
    }
  };
}

function comeBack({ holder, focus }) {
  const dialogs = holder.querySelectorAll('dialog[open]');
  dialogs.forEach(dialog => {
    // taken out of the page it is above it no more
    dialog.close();
    dialog.showModal();
  });
  if (focus?.isConnected && (dialogs.length > 0 || [document.body, null].includes(document.activeElement))) {
    focus.focus();
  }
}

function finish() {
  if (shown) {
    clearTimeout(shown.leaving);
    const { page } = shown;
    shown = null;
    page.close();
  }
}
