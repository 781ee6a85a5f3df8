import { say } from './language.js';
import { element } from './page.js';
import { listen } from './pulse.js';

/** How many calls there are for one that asks. */
const EVERY = 4;
const TOLD = 'jobline-closed-actions-told';

/** Tells what the agent had open and the order no longer offered, once, also when he was away. */
export function tellClosedActions() {
  listen('closed', {
    every: EVERY,
    known: toldAt,
    told: closed => {
      if (closed) {
        tell(closed);
        localStorage.setItem(TOLD, closed[0].at);
      }
    }
  });
}

function toldAt() {
  if (!localStorage.getItem(TOLD)) {
    localStorage.setItem(TOLD, new Date().toISOString());
  }
  return localStorage.getItem(TOLD);
}

function tell(closed) {
  const notice = document.querySelector('.jobline-closed') || element('div', { class: 'jobline-closed', role: 'alert' },
    element('button', {
      type: 'button', class: 'btn btn-default btn-sm', onclick: event => event.target.closest('.jobline-closed').remove()
    }, say('Close')));
  closed.slice().reverse().forEach(({ label, order, status, cause }) => notice.prepend(element('p', {},
    say('{0} on {1} was closed: the order is now {2}.', label, order, status) + (cause ? ' (' + cause + ')' : ''))));
  document.body.append(notice);
}
