import { api } from './api.js';
import { countAgain } from './list-counts.js';
import { OrderPage } from './order-page.js';
import { sayOnPage } from './order-address.js';
import { element, showTask, shownTask, whenPageChanges } from './page.js';
import { say } from './language.js';

/** What is hidden with each of them stands in styles/user-styles.css. */
const OURS = 'jobline-order-task';
const OTHER = 'jobline-other-task';
/** An order that could not be found out is asked for again, in milliseconds. */
const RETRY_MS = 5000;
let view = null;
let asked = null;

/**
 * A task in Tasklist's lists: the page of its order, with the action of the task ready to type. It is the first of
 * Tasklist's tabs, and the only one that is seen; a task of no order keeps Tasklist's own.
 */
export const taskView = {
  id: 'jobline-task',
  pluginPoint: 'tasklist.task.detail',
  priority: 1100,
  properties: { label: say('Work order') },

  render(node, { taskId }, scope) {
    view?.close();
    view = new TaskView(node, taskId, scope);
    view.open();
  },

  unmount() {
    view?.close();
    view = null;
  }
};

leaveToUs(true);
whenPageChanges(chooseTab);

function isOurs() {
  return document.body.classList.contains(OURS);
}

/** Or to Tasklist. */
function leaveToUs(isOrder) {
  document.body.classList.toggle(OURS, isOrder);
  document.body.classList.toggle(OTHER, !isOrder);
}

/** Tasklist stays at the tab that was chosen last, whatever the task. */
async function chooseTab() {
  const task = shownTask();
  if (!isOurs() && task && task !== asked) {
    asked = task;
    const number = await api.orderOfTask(task).catch(() => null);
    if (number && task === shownTask()) {
      leaveToUs(true);
    } else if (!number) {
      // a call may have failed, or the task was just being made
      setTimeout(askAgain, RETRY_MS, task);
    }
  }
  const first = document.querySelector('.tabbed-content > div > .nav-tabs > li');
  if (isOurs() && first && !first.classList.contains('active')) {
    first.querySelector('a').click();
  }
}

/** Also when it is not shown at this moment: it may be again. */
function askAgain(task) {
  if (asked === task) {
    asked = null;
    chooseTab();
  }
}

class TaskView {

  constructor(node, task, scope) {
    Object.assign(this, { task, scope, node: element('div', { class: 'jobline-page jobline-panel' }), isClosed: false });
    node.append(this.node);
  }

  async open() {
    let number;
    try {
      number = await api.orderOfTask(this.task);
    } catch (failure) {
      if (!this.isClosed) {
        this.node.replaceChildren(element('p', { class: 'jobline-complaint', role: 'alert' }, failure.message));
        this.again = setTimeout(() => this.open(), RETRY_MS);
      }
      return;
    }
    if (this.isClosed) {
      return;
    }
    this.node.replaceChildren();
    leaveToUs(Boolean(number));
    if (number) {
      this.page = new OrderPage(this.node, number, { task: this.task, onDone: said => this.goOn(number, said) });
    } else {
      asked = this.task;
      setTimeout(askAgain, RETRY_MS, this.task);
      this.node.closest('.tabbed-content')?.querySelectorAll('.nav-tabs > li > a')[1]?.click();
    }
  }

  /** The list is read again, and has the card of what comes next marked. */
  goOn(number, said) {
    const next = this.page.nextTask();
    if (next && next !== this.task) {
      sayOnPage(number, said);
      showTask(next);
      // it does not always follow the address
      this.scope.taskData.set('taskId', { taskId: next });
    }
    this.scope.$root.$broadcast('refresh');
    countAgain();
    this.scope.$applyAsync();
  }

  close() {
    this.isClosed = true;
    clearTimeout(this.again);
    this.page?.close();
  }
}
