// Since when an agent was away, as this browser knows it.

const SEEN = 'jobline-seen ';
const LEFT = 'jobline-left ';
/** Somebody who is seen again after so long was away, in milliseconds. */
const AWAY_MS = 15 * 60 * 1000;
/** How often it is noted that somebody is here, in milliseconds. */
const NOTE_MS = 60 * 1000;
let noting = null;

/** Notes that a user is at the desk, as long as the page is open and to be seen. */
export function noteThatHere(user) {
  const now = Date.now();
  const seen = Number(localStorage.getItem(SEEN + user));
  if (seen && now - seen > AWAY_MS) {
    localStorage.setItem(LEFT + user, seen);
  }
  note(user);
  clearInterval(noting);
  noting = setInterval(() => !document.hidden && note(user), NOTE_MS);
}

function note(user) {
  localStorage.setItem(SEEN + user, Date.now());
}

/** When the user left last, before coming back; null when that is not known. */
export function leftAt(user) {
  const left = Number(localStorage.getItem(LEFT + user));
  return left ? new Date(left) : null;
}
