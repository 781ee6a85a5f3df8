// Calls to the helpdesk's API, as the user who is logged in to Tasklist in this browser.

import { locale, say } from './language.js';
import { refusal } from './refusals.js';
import { actionName, learn, statusName, translatedForm, typeName } from './translations.js';

const base = document.querySelector('base');
const root = (base.getAttribute('app-root') || '/camunda').replace(/\/camunda$/, '');

/** After so many milliseconds no answer to a question is to be hoped for; what is sent may take longer. */
const READ_MS = 30000;
const SILENT = say('The server isn\'t answering. Try again in a moment.');

/** Thrown with a message that can be shown to the agent. */
export class CallFailed extends Error {

  /** @param problem what the server said beside it, such as the errors of fields; null when nothing */
  constructor(status, message, problem = null) {
    super(message);
    this.status = status;
    this.problem = problem;
  }
}

function token() {
  const cookie = document.cookie.split('; ').find(part => part.startsWith('XSRF-TOKEN='));
  return cookie ? cookie.slice('XSRF-TOKEN='.length) : '';
}

async function call(method, address, body, headers = {}, isRead = method === 'GET') {
  return (await ask(method, address, body, headers, isRead)).content;
}

/**
 * @param isRead whether nothing but reading is asked for
 * @return content, and the mark the server gave it; null when it still has the mark given
 */
async function ask(method, address, body, headers, isRead = method === 'GET') {
  let answer;
  let text;
  try {
    answer = await fetch(address, {
      method,
      credentials: 'same-origin',
      headers: Object.assign(
        { Accept: 'application/json, application/problem+json', 'X-Requested-With': 'XMLHttpRequest' },
        method === 'GET' ? {} : { 'X-XSRF-TOKEN': token() },
        body === undefined ? {} : { 'Content-Type': 'application/json' },
        headers),
      cache: 'no-store',
      signal: isRead ? AbortSignal.timeout(READ_MS) : undefined,
      body: body === undefined ? undefined : JSON.stringify(body)
    });
    text = await answer.text();
  } catch (e) {
    throw new CallFailed(0, SILENT);
  }
  if (answer.status === 304) {
    return null;
  }
  return { content: read(answer.status, text), mark: answer.headers.get('ETag') };
}

function read(status, text) {
  let content = null;
  try {
    content = text ? JSON.parse(text) : null;
  } catch (e) {
    // an answer of something in between, such as a proxy; its status says enough
  }
  if (status >= 200 && status < 300) {
    return content;
  }
  if (status === 401) {
    throw new CallFailed(401, say('You are no longer logged in. Reload the page and log in again.'));
  }
  if (content && /idempotency-key-reused$/.test(content.type || '')) {
    throw new CallFailed(status,
      say('What you sent before did arrive, though no answer came. Look at the order before you send the rest.'), content);
  }
  throw new CallFailed(status,
    (content && retoldOf(content.detail || content.message || content.title)) || say('Something went wrong ({0}).', status), content);
}

/** In the agent's language where there are words for it. */
function retoldOf(message) {
  return message && refusal(message);
}

/** Sends a file until it is told to end. XMLHttpRequest, because fetch does not say how far it has come. */
function send(address, file, onProgress, end) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    request.setRequestHeader('X-XSRF-TOKEN', token());
    request.upload.addEventListener('progress', event => {
      if (event.lengthComputable) {
        onProgress(event.loaded / event.total);
      }
    });
    request.addEventListener('load', () => {
      try {
        resolve(read(request.status, request.responseText));
      } catch (failure) {
        reject(failure);
      }
    });
    ['error', 'abort'].forEach(event => request.addEventListener(event, () => reject(new CallFailed(0, SILENT))));
    end.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

function order(number, rest) {
  return root + '/api/work-orders/' + encodeURIComponent(number) + (rest || '');
}

function site(code, rest) {
  return root + '/api/sites/' + encodeURIComponent(code) + (rest || '');
}

function action(number, key, rest) {
  return order(number, '/actions/' + encodeURIComponent(key) + (rest || ''));
}

/** Where the content of a document is. */
export function contentOf(number, document) {
  return order(number, '/documents/' + encodeURIComponent(document) + '/content');
}

/** Where the first page of a PDF is as a picture. */
export function firstPageOf(number, document) {
  return order(number, '/documents/' + encodeURIComponent(document) + '/first-page');
}

/** Where all there is to know of an order is as a page to look at. */
export function orderSheetOf(number) {
  return order(number, '/work-order-documents/order-sheet.pdf');
}

/** Where the paper of a receipt, a return or a decision about an invoice is. */
export function purchasePaperOf(number, paper) {
  return order(number, '/purchase-papers/' + encodeURIComponent(paper) + '.pdf');
}

/** Where a list of orders is as a file for spreadsheets. */
export function fileOf(criteria) {
  return root + '/api/work-orders.csv?' + new URLSearchParams(criteria);
}

function list(id) {
  return root + '/api/lists/' + encodeURIComponent(id);
}

function unchanged(mark) {
  return mark ? { 'If-None-Match': mark } : {};
}

/** What the server says, as the agent reads it: names of actions and statuses and the texts of forms are translated. */
async function shown(translate, asked) {
  const [content] = await Promise.all([asked, learn(language => call('GET', root + '/api/translations/' + language))]);
  return content && translate(content);
}

const orderAndMark = ({ content, mark }) => ({ content: { ...content,
  status: { ...content.status, name: statusName(content.status.name) },
  links: (content.links ?? []).map(withStatus),
  bought: (content.bought ?? []).map(withStatus) }, mark });
const formAndMark = ({ content, mark }) => ({ content: translatedForm(content), mark });
const offers = list => list.map(offer => ({ ...offer, label: actionName(offer.label) }));
const orders = found => ({ ...found, items: found.items.map(item =>
  ({ ...item, statusName: statusName(item.statusName), tasks: (item.tasks ?? []).map(actionName) })) });
const withStatus = answer => ({ ...answer, status: statusName(answer.status) });
const withStatusName = answer => ({ ...answer, statusName: statusName(answer.statusName) });

export const api = {
  /** The order and its mark; null when it still is what it was when it got the mark. */
  orderIfChanged: (number, mark) => shown(orderAndMark, ask('GET', order(number), undefined, unchanged(mark))),
  /** What has changed of all a page has open, given what it knows; see pulse.js. */
  pulse: page => shown(news => ({ ...news, ...(news.closed && { closed: offers(news.closed.map(withStatus)) }) }),
    call('POST', root + '/api/pulse', page, {}, true)),
  search: criteria => shown(orders, call('GET', root + '/api/work-orders?' + new URLSearchParams(criteria))),
  cards: tasks => shown(list => list.map(withStatusName),
    call('GET', root + '/api/task-cards?' + new URLSearchParams(tasks.map(task => ['task', task])))),
  /** The actions all of these orders offer. */
  sharedOffers: numbers => shown(offers,
    call('GET', root + '/api/work-orders/offers?numbers=' + numbers.map(encodeURIComponent).join(','))),
  /** The form of an action as content, with the mark of the state of the order it shows. */
  formWithMark: (number, key) => shown(formAndMark, ask('GET', action(number, key, '/form'), undefined, {})),
  /** The name of the user who is logged in. */
  user: async () => (await call('GET', root + '/camunda/api/admin/auth/user/default')).userId,
  form: (number, key) => shown(translatedForm, call('GET', action(number, key, '/form'))),
  /**
   * @param once the same for a repetition, which then does nothing twice
   * @param mark of the order, or of the summary that was confirmed; with it, what would overwrite a change made since, or
   *   do something else than was confirmed, is refused
   */
  perform: (number, key, fields, once, mark) => shown(withStatus, call('POST', action(number, key), fields,
    { 'Idempotency-Key': once, ...(mark ? { 'If-Match': mark } : {}) })),
  /** What an action would do, as content, with its mark; what would overwrite a change made since the mark is refused. */
  summary: (number, key, fields, mark) => ask('POST', action(number, key, '/summary'), fields,
    mark ? { 'If-Match': mark } : {}, true),
  statuses: () => shown(list => list.map(status => ({ ...status, name: statusName(status.name) })),
    call('GET', root + '/api/statuses')),
  lists: () => call('GET', root + '/api/lists'),
  createList: draft => call('POST', root + '/api/lists', draft),
  changeList: (id, draft) => call('PUT', list(id), draft),
  deleteList: id => call('DELETE', list(id)),
  /** Entries of sites, clients, resources, suppliers, priorities or work-types. */
  reference: async (kind, text) =>
    (await call('GET', root + '/api/' + kind + '?' + new URLSearchParams({ text, size: 30 }))).content,
  /** The types of order this user may log. */
  orderTypes: () => shown(list => list.map(({ label, action, ...type }) =>
    ({ ...type, label: typeName(label), action: actionName(action) })), call('GET', root + '/api/order-types')),
  logForm: type => shown(translatedForm, call('GET', root + '/api/order-types/' + encodeURIComponent(type) + '/form')),
  /** @param once the same for a repetition, which then logs nothing twice */
  log: (fields, once) => call('POST', root + '/api/work-orders', fields, { 'Idempotency-Key': once }),
  site: code => call('GET', site(code)),
  /** By when an order logged now would be due, for each priority. */
  slaTargets: code => call('GET', site(code, '/sla-targets')),
  possibleDuplicates: (code, workType, equipment) => shown(list => list.map(withStatus),
    call('GET', site(code, '/possible-duplicates?'
      + new URLSearchParams({ ...(workType && { workType }), ...(equipment && { equipment }) })))),
  rankedContractors: (code, workType) => call('GET', site(code, '/resources?' + new URLSearchParams({ workType }))),
  /** What this user is to be reminded of. */
  reminders: () => call('GET', root + '/api/reminders'),
  remindersOf: number => call('GET', order(number, '/reminders')),
  remind: (number, reminder, once) => call('POST', order(number, '/reminders'), reminder, { 'Idempotency-Key': once }),
  putOffReminder: (id, at) => call('PUT', root + '/api/reminders/' + id, { at }),
  closeReminder: id => call('DELETE', root + '/api/reminders/' + id),
  /** What this user's groups write again and again in an action. */
  texts: action => call('GET', root + '/api/texts?' + new URLSearchParams({ action })),
  keepText: draft => call('POST', root + '/api/texts', draft),
  deleteText: id => call('DELETE', root + '/api/texts/' + id),
  events: number => call('GET', order(number, '/events')),
  /** What a message says that was sent or is waiting to be sent. */
  message: (number, id) => call('GET', order(number, '/notifications/' + encodeURIComponent(id))),
  documents: number => call('GET', order(number, '/documents')),
  /** @param end signals that the file is no longer wanted */
  upload: (number, file, onProgress, end) => send(order(number, '/uploads'), file, onProgress, end),
  actions: number => shown(offers, call('GET', order(number, '/actions'))),
  /** What is not offered, with why and where it is. */
  notOffered: number => shown(list => offers(list.map(({ offeredIn, ...action }) =>
    ({ ...action, offeredIn: offeredIn.map(statusName) }))).sort((one, other) =>
    one.label.localeCompare(other.label, locale)), call('GET', order(number, '/actions/not-offered'))),
  discard: (number, key) => call('DELETE', action(number, key)),
  /** @param chosen what was chosen in other fields of the form, by their keys */
  pickList: (name, text, number, chosen = {}) => call('GET', root + '/api/pick-lists/' + encodeURIComponent(name)
    + '?' + new URLSearchParams([['text', text], ...(number ? [['order', number]] : []),
      ...Object.entries(chosen).map(([field, value]) => ['chosen', field + ':' + value])])),

  /** The number of the order a task belongs to; null for a task that belongs to none, or is gone. */
  orderOfTask: async taskId => (await api.cards([taskId])).find(card => card.task === taskId)?.number ?? null
};
