import { actionMenu } from './action-menu.js';
import { api } from './api.js';
import { element } from './page.js';

const LATEST = 10;
let cleanUp = null;

/** Finds an order by its number, also one that waits for nothing and so has no task. */
export const findOrder = {
  id: 'jobline-find-order',
  pluginPoint: 'tasklist.navbar.action',
  priority: 500,

  render(node) {
    const input = element('input', {
      type: 'search',
      class: 'form-control input-sm',
      placeholder: 'Order number',
      'aria-label': 'Find an order by its number',
      maxlength: '20',
      autocomplete: 'off',
      spellcheck: 'false'
    });
    const panel = element('section', { class: 'jobline-order', 'aria-live': 'polite', hidden: true });
    const find = element('form', { class: 'jobline-find', role: 'search', onsubmit: submit },
      element('span', { class: 'glyphicon glyphicon-search', 'aria-hidden': 'true' }), input);
    node.className = 'jobline-find-holder';
    node.append(find, panel);

    function close() {
      panel.querySelectorAll('.jobline-menu-holder').forEach(menu => menu.close());
      panel.hidden = true;
      panel.replaceChildren();
    }

    async function submit(event) {
      event.preventDefault();
      const number = input.value.trim().toUpperCase();
      if (number) {
        await show(number);
      }
    }

    async function show(number) {
      close();
      panel.hidden = false;
      panel.append(element('p', {}, 'One moment …'));
      try {
        const [order, events, documents] = await Promise.all(
          [api.order(number), api.events(number), api.documents(number)]);
        panel.replaceChildren(...sheet(order, events, documents, close));
      } catch (failure) {
        const text = failure.status === 404 || failure.status === 422 || failure.status === 400
          ? 'There is no order ' + number + '.'
          : failure.message;
        panel.replaceChildren(closeButton(close), element('p', { class: 'jobline-complaint', role: 'alert' }, text));
      }
    }

    const closeByKey = event => {
      if (event.key === 'Escape') {
        close();
      }
    };
    const closeOutside = event => {
      if (!node.contains(event.target)) {
        close();
      }
    };
    node.addEventListener('keydown', closeByKey);
    document.addEventListener('mousedown', closeOutside);
    cleanUp = () => document.removeEventListener('mousedown', closeOutside);
  },

  unmount() {
    if (cleanUp) {
      cleanUp();
    }
  }
};

function closeButton(close) {
  return element('button', { type: 'button', class: 'close', 'aria-label': 'Close', onclick: close }, '×');
}

function sheet(order, events, documents, close) {
  const message = element('p', { class: 'jobline-complaint', role: 'alert' });
  const menu = actionMenu(order.number, {
    onFailure: text => {
      message.textContent = text;
    },
    onOpened: close
  });
  return [
    closeButton(close),
    element('h4', {}, order.number, ' ',
      element('span', { class: 'label label-primary jobline-status' }, order.status.code + ' ' + order.status.name),
      order.locked ? element('span', { class: 'label label-warning' }, 'awaiting authorisation') : null),
    element('p', { class: 'jobline-site' }, [named(order.site), order.siteName].filter(Boolean).join(' ')),
    element('p', { class: 'jobline-description' }, order.description),
    order.resource ? element('p', {}, 'Resource: ', order.resourceName || named(order.resource)) : null,
    menu,
    message,
    order.outstanding && order.outstanding.length > 0
      ? element('p', { class: 'jobline-outstanding' }, 'Outstanding: ' + order.outstanding.join(', '))
      : null,
    documents.length > 0 ? element('h5', {}, 'Documents') : null,
    documents.length > 0
      ? element('ul', { class: 'jobline-documents' }, documents.map(document =>
        element('li', {},
          element('a', { href: api.addressOfDocument(order.number, document.id), download: '' }, document.title),
          ' ', [document.type, document.subType].filter(Boolean).join(' › '))))
      : null,
    element('h5', {}, 'Last events'),
    element('ol', { class: 'jobline-events' }, events.slice(-LATEST).reverse().map(event =>
      element('li', {},
        element('time', { datetime: event.at }, time(event.at)),
        element('strong', {}, event.label || event.action),
        event.statusBefore === event.statusAfter
          ? null
          : element('span', { class: 'jobline-move' }, (event.statusBefore || '') + ' → ' + event.statusAfter),
        element('span', { class: 'jobline-agent' }, event.agent),
        event.summary && event.summary !== event.label
          ? element('span', { class: 'jobline-summary' }, event.summary)
          : null)))
  ].filter(part => part !== null);
}

/** A reference to master data comes as its name or as an object that has one. */
function named(reference) {
  return reference && typeof reference === 'object' ? reference.name || reference.code || '' : reference || '';
}

function time(instant) {
  const at = new Date(instant);
  return Number.isNaN(at.getTime())
    ? instant
    : at.toLocaleString('en-GB', { day: '2-digit', month: 'short', hour: '2-digit', minute: '2-digit' });
}
