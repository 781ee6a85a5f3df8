// The one call by which an open page hears of what has changed, whatever it has open.

import { api, CallFailed } from './api.js';

/** From one call to the next, in milliseconds, until the server has said how long it is to be. */
const USUAL_MS = 5000;
/** What failed is asked for less and less often, up to so many times as long. */
const MAX_PAUSES = 12;
/** What begins at the same time is asked for together, in milliseconds. */
const BATCH_MS = 50;

const parts = new Map();
const readers = new Set();
let usual = USUAL_MS;
let pause = USUAL_MS;
let next = null;
let isSoon = false;
let isAsking = false;
let isWanted = false;
let isReadersTurn = false;
/** Counts how often somebody has logged out here. */
let session = 0;

/**
 * Takes part in the call, from now on.
 *
 * @param name of the part, in the question and in the answer
 * @param every how many calls there are for one that asks for it
 * @param known gives what the page has, which is sent; undefined: it isn't asked for
 * @param told given what is new of it; undefined: nothing is. A promise it gives is waited for
 * @param failed given what went wrong with the whole call
 * @return asks for this part at once (now), and ends it (end)
 */
export function listen(name, { every = 1, known, told, failed = () => {} }) {
  const part = { every, known, told, failed, askedAt: 0 };
  parts.set(name, part);
  soon();
  return {
    now: () => {
      part.askedAt = 0;
      soon();
    },
    end: () => parts.get(name) === part && parts.delete(name)
  };
}

/**
 * Reads something of one's own again and again, each time in the place of a call.
 *
 * @param every how many calls there are for one that is its own
 * @param read one call to the server; gives a promise, which is rejected when the call failed
 * @return tells that it was read just now (done), and ends it (end)
 */
export function takeTurns(every, read) {
  const reader = { every, read, askedAt: Date.now(), pauses: 1 };
  readers.add(reader);
  return {
    done: () => {
      reader.askedAt = Date.now();
    },
    end: () => readers.delete(reader)
  };
}

/** Nobody looks, or nobody is logged in. */
function isResting() {
  return document.hidden || window.location.hash.startsWith('#/login');
}

function soon() {
  isReadersTurn = false;
  if (isAsking) {
    isWanted = true;
  } else if (!isSoon) {
    isSoon = true;
    wait(BATCH_MS);
  }
}

function wait(milliseconds) {
  clearTimeout(next);
  next = setTimeout(beat, milliseconds);
}

/** By how much longer ago it was than it should be; timers are not exact. */
function overdue({ every, askedAt, pauses = 1 }) {
  return Date.now() - askedAt - (every * pauses - 0.5) * usual;
}

async function beat() {
  isSoon = false;
  if (isAsking || isResting()) {
    return;
  }
  isAsking = true;
  isWanted = false;
  try {
    const reader = isReadersTurn
      && Array.from(readers).filter(each => overdue(each) > 0).sort((one, other) => overdue(other) - overdue(one))[0];
    isReadersTurn = !reader;
    if (reader) {
      await readBy(reader);
    } else {
      await ask();
      pause = usual;
    }
  } catch (failure) {
    if (failure instanceof CallFailed) {
      pause = Math.min(2 * pause, MAX_PAUSES * usual);
    } else {
      console.error(failure);
    }
  }
  isAsking = false;
  wait(isWanted ? BATCH_MS : pause);
}

/** A question that only the database is slow to answer, such as a long list, rests longer while the call goes on. */
async function readBy(reader) {
  reader.askedAt = Date.now();
  try {
    await reader.read();
    reader.pauses = 1;
  } catch (failure) {
    reader.pauses = Math.min(2 * reader.pauses, MAX_PAUSES);
    throw failure;
  }
}

async function ask() {
  const asked = Array.from(parts).filter(([, part]) => overdue(part) > 0)
    .map(([name, part]) => ({ name, part, known: part.known() })).filter(({ known }) => known !== undefined);
  asked.forEach(({ part }) => {
    part.askedAt = Date.now();
  });
  const asker = session;
  // who has gone meanwhile hears of nothing, and nobody of what another user asked
  const listening = () => asked.filter(({ name, part }) => parts.get(name) === part && asker === session);
  let news;
  try {
    news = await api.pulse(Object.fromEntries(asked.map(({ name, known }) => [name, known])));
  } catch (failure) {
    await all(listening().map(async ({ part }) => part.failed(failure)));
    throw failure;
  }
  usual = news.again || usual;
  await all(listening().map(async ({ name, part }) => part.told(news[name])));
}

/**
 * What goes wrong with one of them is nothing to the others.
 *
 * @throws CallFailed when one of their own calls failed
 */
async function all(promises) {
  const failures = (await Promise.allSettled(promises)).filter(({ status }) => status === 'rejected')
    .map(({ reason }) => reason);
  failures.filter(failure => !(failure instanceof CallFailed)).forEach(failure => console.error(failure));
  const failed = failures.find(failure => failure instanceof CallFailed);
  if (failed) {
    throw failed;
  }
}

document.addEventListener('visibilitychange', soon);
window.addEventListener('hashchange', event => {
  if (/#\/login/.test(event.newURL)) {
    session++;
  } else if (/#\/login/.test(event.oldURL)) {
    // whoever has logged in may be somebody else
    parts.forEach(part => {
      part.askedAt = 0;
    });
    pause = usual;
    soon();
  }
});
