// Since when an agent was away, as this browser knows it.

import { listen } from './pulse.js';

const SEEN = 'jobline-seen ';
const LEFT = 'jobline-left ';
/** Somebody who is seen again after so long was away, in milliseconds. */
const AWAY_MS = 15 * 60 * 1000;

/** Notes who is at the desk, as long as the page is to be seen and somebody is logged in. */
export function noteWhoIsHere() {
  let user = '';
  listen('user', {
    known: () => user,
    told: other => {
      if (user && other && other !== user) {
        // logged in with another page of this browser: what stands here, and is kept, is the first one's
        window.location.reload();
        return;
      }
      user = other ?? user;
      note(user);
    }
  });
  window.addEventListener('hashchange', event => {
    if (/#\/login/.test(event.newURL)) {
      user = '';
    }
  });
}

function note(user) {
  const now = Date.now();
  const seen = Number(localStorage.getItem(SEEN + user));
  if (seen && now - seen > AWAY_MS) {
    localStorage.setItem(LEFT + user, seen);
  }
  localStorage.setItem(SEEN + user, now);
}

/** When the user left last, before coming back; null when that is not known. */
export function leftAt(user) {
  note(user);
  const left = Number(localStorage.getItem(LEFT + user));
  return left ? new Date(left) : null;
}
