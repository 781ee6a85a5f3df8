// Which orders a list shows.

import { say } from './language.js';
import { USUAL_COLUMNS } from './order-columns.js';
import { orderWords as words } from './words.js';

/** Stands for the agent himself in a list of the helpdesk's. */
export const ME = '(me)';

const OPEN = { state: 'open' };

function builtIn(id, name, query, sort, group = words.builtIn) {
  return { id, name, query, sort, group };
}

function stage(number, name) {
  return builtIn('stage-' + number, name, { ...OPEN, status: number + '.*' }, 'due', words.byStage);
}

export const BUILT_IN = [
  builtIn('open', say('Open'), OPEN, '-loggedAt'),
  builtIn('mine', say('Assigned to me'), { ...OPEN, assignee: ME }, 'due'),
  builtIn('unassigned', say('Unassigned'), { ...OPEN, unassigned: 'true' }, 'due'),
  builtIn('due-today', say('Due today'), { due: 'today' }, 'due'),
  builtIn('due-soon', say('Due soon'), { due: 'soon' }, 'due'),
  builtIn('breached', say('Breached'), { ...OPEN, breached: 'true' }, 'due'),
  builtIn('chase-now', say('Chase now'), { chase: 'now' }, 'due'),
  builtIn('chase-later', say('Chase later'), { chase: 'later' }, 'followUp'),
  builtIn('locked', say('Waiting for authorisation'), { ...OPEN, locked: 'true' }, 'due'),
  builtIn('completed', say('Completed'), { state: 'completed' }, '-loggedAt'),
  builtIn('cancelled', say('Cancelled'), { state: 'cancelled' }, '-loggedAt'),
  builtIn('all', say('All'), {}, '-loggedAt'),
  stage(0, say('Preparation')),
  stage(1, say('Assignment')),
  stage(2, say('Accepted')),
  stage(3, say('On site')),
  stage(4, say('Awaiting revisit'))
];

/** The lists an agent chooses from, under their headings. */
export function headings(saved, user) {
  const mine = saved.filter(list => list.owner === user);
  const shared = saved.filter(list => list.owner !== user);
  return [
    [words.builtIn, BUILT_IN.filter(list => list.group === words.builtIn)],
    [words.byStage, BUILT_IN.filter(list => list.group === words.byStage)],
    [words.mine, mine],
    [words.shared, shared]
  ].filter(([, lists]) => lists.length > 0);
}

/** What the server is asked: a query without what does not matter. */
export function criteria({ query, sort }, user) {
  const asked = Object.entries({ ...query, sort })
    .filter(([, value]) => value)
    .map(([key, value]) => [key, value === ME ? user : value]);
  return { ...Object.fromEntries(asked), zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}

export function isSame(a, b) {
  const text = query => JSON.stringify(Object.entries(query).filter(([, value]) => value).sort());
  return text(a) === text(b);
}

const TABLE = '#/orders';
const CRITERIA = ['text', 'type', 'state', 'status', 'site', 'client', 'resource', 'supplier', 'workType', 'priority', 'assignee',
  'group', 'unassigned', 'locked', 'breached', 'due', 'chase', 'from', 'to'];

/**
 * The address of the table inside Tasklist, to lead to or to send to a colleague. What somebody has asked besides the
 * list is told in full, because a list of one's own is nobody else's.
 *
 * @param shown list, query, sort, page and columns; left out: the table as it comes
 */
export function tableAddress(shown) {
  if (!shown) {
    return TABLE;
  }
  const { list, query, sort, page, columns } = shown;
  const parameters = new URLSearchParams({ list: list.id });
  if (list.owner || !isSame(query, list.query)) {
    CRITERIA.filter(key => query[key] || list.query[key]).forEach(key => parameters.set(key, query[key] || ''));
  }
  if (list.owner || sort !== (list.sort || '')) {
    parameters.set('sort', sort);
  }
  if (list.owner || columns.join() !== USUAL_COLUMNS.join()) {
    parameters.set('columns', columns.join());
  }
  if (page > 0) {
    parameters.set('page', page + 1);
  }
  return TABLE + '?' + parameters;
}

/** The address of a list as it is kept. */
export function listAddress(list) {
  return tableAddress({ list, query: list.query, sort: list.sort || '', page: 0, columns: USUAL_COLUMNS });
}

/**
 * What the address asks for.
 *
 * @param lists those there are to choose from
 * @return list, and of query, sort, columns and page what the address has
 */
export function askedByAddress(lists) {
  const parameters = new URLSearchParams(window.location.hash.split('?')[1] || '');
  const list = lists.find(other => String(other.id) === parameters.get('list')) || BUILT_IN[0];
  const query = { ...list.query };
  CRITERIA.filter(key => parameters.has(key)).forEach(key => {
    query[key] = parameters.get(key);
  });
  return {
    list, query,
    ...parameters.has('sort') ? { sort: parameters.get('sort') } : {},
    ...parameters.get('columns') ? { columns: parameters.get('columns').split(',') } : {},
    page: Math.max(0, (Number.parseInt(parameters.get('page'), 10) || 1) - 1)
  };
}
