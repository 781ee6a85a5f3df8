import { say } from './language.js';
import { nameOfList } from './list-names.js';
import { element, whenPageChanges } from './page.js';
import { listen } from './pulse.js';

/** How many calls there are for one that asks. */
const EVERY = 3;
let counts = [];
let mark = '';
let part = null;
let isAsked = false;
/** By the name of a list, and which of that name: how many it had when it was last looked at. */
const seen = new Map();

/** How many jobs each of Tasklist's lists has, beside its name, and whether there are more since it was looked at. */
export function showListCounts() {
  part = listen('lists', {
    every: EVERY,
    known() {
      isAsked = items().length > 0;
      return isAsked ? mark : undefined;
    },
    told: news => {
      if (news) {
        ({ mark, counts } = news);
        draw();
      }
    }
  });
  whenPageChanges(draw);
  window.addEventListener('hashchange', event => /#\/login/.test(event.newURL) && forget());
}

/** What somebody has seen is nothing to the next one at this desk. */
function forget() {
  counts = [];
  mark = '';
  seen.clear();
}

/** Now, because something was done that changes them. */
export function countAgain() {
  part.now();
}

function items() {
  return Array.from(document.querySelectorAll('.task-filters .task-filter'));
}

/** Tasklist tells no list's id: they are known by their names, and those of one name by their order. */
function draw() {
  const shown = items();
  if (shown.length > 0 && !isAsked) {
    countAgain();
  }
  const left = counts.slice();
  const times = new Map();
  shown.forEach(item => {
    const name = nameOfList(item);
    times.set(name, (times.get(name) || 0) + 1);
    const at = left.findIndex(list => list.name === name);
    if (at >= 0) {
      const [{ count }] = left.splice(at, 1);
      show(item, name + ' ' + times.get(name), count);
    }
  });
}

function show(item, name, count) {
  if (item.classList.contains('active') || !seen.has(name)) {
    seen.set(name, count);
  }
  const more = count - seen.get(name);
  if (more < 0) {
    seen.set(name, count);
  }
  const heading = item.querySelector('.name');
  const badge = heading.querySelector('.jobline-count') || heading.appendChild(element('span', { class: 'jobline-count' }));
  // the page is watched for changes: nothing is written that stands there already
  const text = String(count);
  const title = more > 0 ? say('{0} new', more) : '';
  if (badge.firstChild?.data !== text || badge.title !== title) {
    badge.replaceChildren(text, ...(title ? [element('span', { class: 'sr-only' }, ', ' + title)] : []));
    badge.title = title;
    badge.classList.toggle('jobline-count-new', more > 0);
  }
}
