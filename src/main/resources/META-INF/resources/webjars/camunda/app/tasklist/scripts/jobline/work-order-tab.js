import { api } from './api.js';
import { say } from './language.js';
import { OrderView } from './order-view.js';

let view = null;

/** A task's order beside its form: a tab of Tasklist. */
export const workOrderTab = {
  id: 'jobline-work-order',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: { label: say('Work order') },

  async render(node, { taskId }) {
    const holder = document.createElement('div');
    holder.className = 'jobline-sheet';
    node.append(holder);
    view = { close() { this.isClosed = true; } };
    const asked = view;
    const number = await api.orderOfTask(taskId);
    if (!asked.isClosed && number) {
      view = new OrderView(holder, number);
    } else if (!number) {
      holder.textContent = say('There is no order for this.');
    }
  },

  unmount() {
    if (view) {
      view.close();
      view = null;
    }
  }
};
