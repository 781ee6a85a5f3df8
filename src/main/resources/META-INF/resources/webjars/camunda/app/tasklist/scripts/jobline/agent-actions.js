import { actionMenu, taskBefore } from './action-menu.js';
import { api } from './api.js';
import { say } from './language.js';
import { addressOf } from './order-address.js';
import { element, shownTask, showTask, whenPageChanges } from './page.js';

let current = null;
let isWatching = false;

/** The Agent Action menu above every task of an order, and the way to take back an action opened by mistake. */
export const agentActions = {
  id: 'jobline-agent-actions',
  pluginPoint: 'tasklist.task.action',
  priority: 1000,

  render(node) {
    node.className = 'jobline-task-actions';
    current = { node, taskId: null };
    if (!isWatching) {
      isWatching = true;
      whenPageChanges(look);
    }
    look();
  },

  unmount() {
    clear(current);
    current = null;
  }
};

function clear(view) {
  if (view) {
    view.node.querySelectorAll('.jobline-menu-holder').forEach(menu => menu.close());
    view.node.replaceChildren();
  }
}

async function look() {
  const view = current;
  const taskId = shownTask();
  if (!view || view.taskId === taskId) {
    return;
  }
  clear(view);
  view.taskId = taskId;
  if (!taskId) {
    return;
  }
  try {
    const number = await api.orderOfTask(taskId);
    if (!number) {
      return;
    }
    const offers = await api.actions(number);
    if (view === current && view.taskId === taskId) {
      show(view, number, offers.find(offer => offer.taskId === taskId && !offer.prompt));
    }
  } catch (failure) {
    // a task that is gone, or of no order, has no actions; Tasklist itself says what is the matter with it
    if (failure.status !== 404 && view === current && view.taskId === taskId) {
      view.node.replaceChildren(complaint(failure.message));
    }
  }
}

function complaint(message) {
  return element('span', { class: 'jobline-complaint', role: 'alert' }, message);
}

function show(view, number, opened) {
  const message = complaint('');
  const onFailure = text => {
    message.textContent = text;
  };
  view.node.replaceChildren(
    element('a', { class: 'jobline-order-number', href: addressOf(number) }, number),
    actionMenu(number, { onFailure }),
    opened ? discardButton(number, opened, view.taskId, onFailure) : '',
    message);
}

function discardButton(number, opened, taskId, onFailure) {
  const button = element('button', {
    type: 'button',
    class: 'btn btn-default jobline-discard',
    title: say('Closes {0} without saving.', opened.label),
    onclick: async () => {
      button.disabled = true;
      try {
        await api.discard(number, opened.key);
        showTask(taskBefore(taskId));
      } catch (failure) {
        button.disabled = false;
        onFailure(failure.message);
      }
    }
  }, say('Discard'));
  return button;
}
