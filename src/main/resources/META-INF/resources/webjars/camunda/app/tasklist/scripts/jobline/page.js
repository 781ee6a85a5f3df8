// What the plug-in knows of the page around it.

const listeners = [];
let isDue = false;

/** Tasklist tells plug-ins little of what it shows; so look again whenever the page has changed. */
export function whenPageChanges(listener) {
  listeners.push(listener);
  announce();
}

function announce() {
  if (isDue) {
    return;
  }
  isDue = true;
  // not requestAnimationFrame, which rests while the window is in the background
  setTimeout(() => {
    isDue = false;
    listeners.forEach(listener => listener());
  }, 50);
}

new MutationObserver(announce).observe(document.documentElement, { childList: true, subtree: true });
window.addEventListener('hashchange', announce);
window.addEventListener('popstate', announce);

function search() {
  return new URLSearchParams(window.location.hash.split('?')[1] || '');
}

/** The task that is shown, null when there is none. */
export function shownTask() {
  return search().get('task');
}

/** Shows a task, or none, and leaves the chosen list as it is. */
export function showTask(taskId) {
  const parameters = search();
  parameters.delete('detailsTab');
  parameters.delete('processStart');
  if (taskId) {
    parameters.set('task', taskId);
  } else {
    parameters.delete('task');
  }
  window.location.hash = '#/?' + parameters;
}

/** Builds an element; texts are set as text, so that nothing an agent typed is ever taken for markup. */
export function element(name, attributes, ...children) {
  const node = document.createElement(name);
  Object.entries(attributes || {}).forEach(([key, value]) => {
    if (key.startsWith('on')) {
      node.addEventListener(key.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(key, value === true ? '' : value);
    }
  });
  children.flat().filter(child => child !== null && child !== undefined)
    .forEach(child => node.append(child instanceof Node ? child : String(child)));
  return node;
}
