// A click counts only where the button of the mouse was pressed and released: nothing may move in between.

let isPressed = false;
const waiting = new Set();

function release() {
  isPressed = false;
  const now = [...waiting];
  waiting.clear();
  now.forEach(draw => draw());
}

/** A click is told after the release, and where it counts is settled by then; after some releases there is none. */
function releaseUnlessClicked() {
  setTimeout(release);
}

addEventListener('pointerdown', event => {
  isPressed = isPressed || event.isPrimary && event.button === 0;
}, true);
addEventListener('click', release, true);
addEventListener('pointerup', releaseUnlessClicked, true);
addEventListener('pointercancel', releaseUnlessClicked, true);
// the page may be told of no release: whoever types has let go, and lists and menus keep it to themselves
addEventListener('keydown', release, true);
addEventListener('contextmenu', release, true);
addEventListener('change', event => event.target.localName === 'select' && release(), true);
// released where this page isn't told
addEventListener('blur', event => event.target === window && release(), true);

/**
 * Draws at once, or when the mouse's button has been released.
 *
 * @param draw the same function for what need be drawn only once
 */
export function whenReleased(draw) {
  if (isPressed) {
    waiting.add(draw);
  } else {
    draw();
  }
}
