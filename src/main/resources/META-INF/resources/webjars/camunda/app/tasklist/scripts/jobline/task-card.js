import { api } from './api.js';
import { say } from './language.js';
import { html, nothing, render } from './lit-html.js';
import { addressOf } from './order-address.js';
import { timeLeft } from './order-parts.js';

/** Cards that are drawn at the same time are asked for together, in milliseconds. */
const BATCH_MS = 50;
/** The time left is shown anew, in milliseconds. */
const REFRESH_MS = 30000;

const shown = new Map();
let asking = null;

/**
 * The order's status, the time left until the next target of its SLA, and whether it waits for an authorisation: what
 * changes while the task is open.
 */
export const taskCard = {
  id: 'jobline-task-card',
  pluginPoint: 'tasklist.card',
  priority: 100,

  render(node, { taskId }) {
    node.className = 'jobline-card';
    shown.set(node, taskId);
    askSoon(BATCH_MS);
  },

  unmount() {
    forgetGone();
  }
};

/** Tasklist does not say which card is unmounted. */
function forgetGone() {
  for (const node of shown.keys()) {
    if (!node.isConnected) {
      shown.delete(node);
    }
  }
}

function askSoon(pause) {
  clearTimeout(asking);
  asking = setTimeout(ask, pause);
}

async function ask() {
  forgetGone();
  if (shown.size > 0) {
    try {
      const cards = document.hidden ? [] : await api.cards(Array.from(new Set(shown.values())));
      const byTask = new Map(cards.map(card => [card.task, card]));
      shown.forEach((task, node) => byTask.has(task) && render(card(byTask.get(task)), node));
    } catch (failure) {
      // a card without the time left is a card all the same; it is asked for again
    }
    askSoon(REFRESH_MS);
  }
}

function card({ number, statusCode, statusName, target, due, left: remaining, state, locked }) {
  return html`<a href=${addressOf(number)}>${number}</a> <span class="jobline-status">${statusName} ${statusCode}</span>
    ${locked ? html`<span class="jobline-locked">${say('awaiting authorisation')}</span>` : nothing}
    ${target ? timeLeft(target, { due, left: remaining, state }) : nothing}`;
}
