const RECENT_MS = 300;
const FRAMES = 3;
let touchedAt = 0;
let isPassing = false;

/**
 * A form hands a date or a time on only after the page was painted again: who completes at once would send what the
 * field held before, though it shows the new value. So Complete and Start wait for that, a few hundredths of a second.
 */
export function awaitLastWords() {
  ['input', 'change', 'focusout'].forEach(kind => document.addEventListener(kind, event => {
    if (event.target.closest('.fjs-container')) {
      touchedAt = performance.now();
    }
  }, true));
  document.addEventListener('click', event => {
    const button = event.target.closest('button[ng-click="complete()"], button[ng-click="startProcessInstance()"]');
    if (button && !isPassing && performance.now() - touchedAt < RECENT_MS) {
      event.preventDefault();
      event.stopImmediatePropagation();
      painted(FRAMES).then(() => press(button));
    }
  }, true);
}

function press(button) {
  isPassing = true;
  try {
    button.click();
  } finally {
    isPassing = false;
  }
}

async function painted(times) {
  for (let i = 0; i < times; i++) {
    await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
  }
}
