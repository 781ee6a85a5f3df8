// What an agent has typed and not yet saved, kept in this browser by user, order and action until it is.

const PREFIX = 'jobline-draft ';
/** Somebody who comes back after so long starts again, in milliseconds. */
const MAX_AGE_MS = 14 * 24 * 60 * 60 * 1000;

function name(user, number, action) {
  return PREFIX + [user, number, action].join(' ');
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch (e) {
    return null;
  }
}

/** @return the values by their fields; null when nothing is kept */
export function draftOf(user, number, action) {
  const kept = read(name(user, number, action));
  return kept && Date.now() - kept.at < MAX_AGE_MS ? kept.values : null;
}

/** Which of these actions this user was last at on an order, with its channel; null when nothing is kept. */
export function lastDraftOf(user, number, actions) {
  return drafts().filter(draft => draft.user === user && draft.number === number && actions.includes(draft.action))
    .sort((a, b) => b.at - a.at)[0] ?? null;
}

export function keepDraft(user, number, action, values, channel) {
  try {
    localStorage.setItem(name(user, number, action), JSON.stringify({ at: Date.now(), values, channel }));
  } catch (e) {
    // a browser that keeps nothing still sends what is typed
  }
}

export function forgetDraft(user, number, action) {
  localStorage.removeItem(name(user, number, action));
}

/** Takes away what nobody came back for. */
export function forgetOldDrafts() {
  drafts().filter(draft => Date.now() - draft.at >= MAX_AGE_MS)
    .forEach(draft => forgetDraft(draft.user, draft.number, draft.action));
}

function drafts() {
  return Object.keys(localStorage).filter(key => key.startsWith(PREFIX)).map(key => {
    const [user, number, action] = key.slice(PREFIX.length).split(' ');
    return { user, number, action, at: 0, ...read(key) };
  });
}
