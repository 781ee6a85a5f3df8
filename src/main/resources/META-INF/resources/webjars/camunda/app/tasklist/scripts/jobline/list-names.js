// What Tasklist's lists are called in the agent's language. An administrator who edits one still edits its name as it is.

import { say } from './language.js';
import { whenPageChanges } from './page.js';

/** Those that the application sets up, and what they say of themselves. */
const NAMES = {
  'My jobs': say('My jobs'),
  'Jobs assigned to me': say('Jobs assigned to me'),
  'My team\'s jobs': say('My team\'s jobs'),
  'All my team\'s jobs': say('All my team\'s jobs'),
  'Unassigned': say('Unassigned'),
  'Jobs nobody has claimed yet': say('Jobs nobody has claimed yet'),
  'Chase now': say('Chase now'),
  'Contractors and suppliers to chase': say('Contractors and suppliers to chase'),
  'Due today': say('Due today'),
  'Jobs due by the end of the day': say('Jobs due by the end of the day'),
  'Breached': say('Breached'),
  'Orders past their next SLA target': say('Orders past their next SLA target'),
  'Held for a batch': say('Held for a batch'),
  'Small jobs waiting for others in the building': say('Small jobs waiting for others in the building'),
  'Preparation': say('Preparation'),
  'Orders that need a contractor or a schedule': say('Orders that need a contractor or a schedule'),
  'Quotes': say('Quotes'),
  'Orders to get quotes for': say('Orders to get quotes for'),
  'Assignment': say('Assignment'),
  'Orders a contractor has still to accept': say('Orders a contractor has still to accept'),
  'Attendance': say('Attendance'),
  'Orders a contractor has accepted': say('Orders a contractor has accepted'),
  'Completion': say('Completion'),
  'Orders with the work done': say('Orders with the work done'),
  'Reactive': say('Reactive'),
  'All reactive orders waiting for an agent': say('All reactive orders waiting for an agent'),
  'Waiting for authorisation': say('Waiting for authorisation'),
  'Cost changes for you to decide': say('Cost changes for you to decide')
};
/** By the text in which it stands: what a list is called, and what it says in its place. */
const told = new WeakMap();

export function translateListNames() {
  whenPageChanges(() => document.querySelectorAll('.task-filter .name a, .tooltip-inner')
    .forEach(node => node.firstChild && translate(node.firstChild)));
}

/** What the server calls the list that an item of Tasklist's stands for. */
export function nameOfList(item) {
  const text = item.querySelector('.name a').firstChild;
  const shown = text.data.trim();
  return told.get(text)?.shown === shown ? told.get(text).name : shown;
}

function translate(text) {
  const name = text.data.trim();
  const shown = Object.hasOwn(NAMES, name) ? NAMES[name] : name;
  if (shown !== name && told.get(text)?.shown !== name) {
    told.set(text, { name, shown });
    text.data = text.data.replace(name, () => shown);
  }
}
