import { api } from './api.js';
import { say } from './language.js';
import { html, nothing, render } from './lit-html.js';
import { addressOf } from './order-address.js';
import { timeLeft } from './order-parts.js';
import { takeTurns } from './pulse.js';
import { actionName } from './translations.js';
import { time } from './words.js';

/** Cards that are drawn at the same time are asked for together, in milliseconds. */
const BATCH_MS = 50;
/** The time left is read again in the place of every so manieth call. */
const EVERY = 6;

const shown = new Map();
let asking = null;
let turns = null;

/**
 * What an agent goes by, on four lines: number and action, status and time left, site and priority, what it is about.
 * Tasklist itself knows some of it, which is shown at once; styles/user-styles.css hides what it repeats.
 */
export const taskCard = {
  id: 'jobline-task-card',
  pluginPoint: 'tasklist.card',
  priority: 100,

  render(node, { taskId }, scope) {
    node.className = 'jobline-card';
    const task = { id: taskId, ...knownOf(scope.task) };
    shown.set(node, task);
    draw(node, task, null);
    turns ??= takeTurns(EVERY, ask);
    clearTimeout(asking);
    asking = setTimeout(() => ask().catch(() => {
      // a card without the time left is a card all the same; it is asked for again
    }), BATCH_MS);
  },

  unmount() {
    forgetGone();
    if (shown.size === 0) {
      turns?.end();
      turns = null;
    }
  }
};

function knownOf({ name, followUp, _embedded }) {
  const variables = new Map((_embedded?.variable || []).map(({ name, value }) => [name, value]));
  return { name, followUp, number: variables.get('orderNumber'), site: variables.get('siteName'),
    priority: variables.get('orderPriority'), subject: variables.get('subject') };
}

/** Tasklist does not say which card is unmounted. */
function forgetGone() {
  for (const node of shown.keys()) {
    if (!node.isConnected) {
      shown.delete(node);
    }
  }
}

async function ask() {
  forgetGone();
  if (shown.size > 0) {
    turns?.done();
    const cards = await api.cards(Array.from(new Set(Array.from(shown.values(), task => task.id))));
    const byTask = new Map(cards.map(card => [card.task, card]));
    shown.forEach((task, node) => byTask.has(task.id) && draw(node, task, byTask.get(task.id)));
  }
}

/** @param card what the order is at now; null when it is not known yet */
function draw(node, task, card) {
  const { site, priority, subject, followUp } = task;
  const number = task.number ?? card?.number;
  if (!number) {
    return;
  }
  node.classList.add('jobline-card-of-order');
  translateTitle(node, task);
  const isLater = followUp && new Date(followUp) > new Date();
  // Tasklist would take a click on the link for one on its card, which leads nowhere
  render(html`
    <a class="jobline-card-number" href=${addressOf(number)} @click=${event => event.stopPropagation()}>${number}</a>
    <span class="jobline-card-state">${card ? html`<span class="jobline-status">${card.statusName} ${card.statusCode}</span>
      ${card.locked ? html`<span class="jobline-locked">${say('awaiting authorisation')}</span>` : nothing}
      ${card.target ? timeLeft(card.target, card) : nothing}` : nothing}</span>
    <span class="jobline-card-site">${[site, card?.supplierName, priority, isLater && say('Try again') + ' ' + time(followUp)]
      .filter(Boolean).join(' · ')}</span>
    <span class="jobline-card-subject jobline-quiet" title=${subject ?? ''}>${subject}</span>`, node);
}

/** Tasklist has the action's name as it is drawn. */
function translateTitle(node, { name }) {
  const title = node.closest('.task')?.querySelector('h4');
  const text = title && document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
  while (text?.nextNode()) {
    if (text.currentNode.data.trim() === name && actionName(name) !== name) {
      text.currentNode.data = actionName(name);
    }
  }
}
