import { api } from './api.js';
import { element, fieldId, formControls, shownTask } from './page.js';

const DEBOUNCE_MS = 200;
const MARK = 'joblinePickList';
let lists = 0;
let assisted = [];

/** Type-ahead for the text fields whose id ends with the name of a pick list, such as site__sites. */
export function fillPickLists() {
  assisted.filter(({ control }) => !control.isConnected).forEach(({ options }) => options.remove());
  assisted = assisted.filter(({ control }) => control.isConnected);
  formControls()
    .filter(control => control.tagName === 'INPUT' && !control.dataset[MARK])
    .forEach(control => {
      const name = fieldId(control).split('__')[1];
      if (name && name !== 'upload') {
        control.dataset[MARK] = name;
        assist(control, name);
      }
    });
}

function assist(control, name) {
  const options = element('datalist', { id: 'jobline-pick-list-' + ++lists });
  // beside the page's own content: the form draws its field anew as it likes
  document.body.append(options);
  assisted.push({ control, options });
  control.setAttribute('list', options.id);
  control.setAttribute('autocomplete', 'off');
  let pending = null;
  let asked = null;

  async function ask() {
    const text = control.value;
    if (text === asked || Array.from(options.children).some(option => option.value === text)) {
      return;
    }
    asked = text;
    try {
      const number = await orderShown();
      const choices = await api.pickList(name, text, number);
      if (asked === text) {
        options.replaceChildren(...choices.map(choice => element('option',
          { value: choice.label, label: choice.value === choice.label ? null : choice.value })));
      }
    } catch (failure) {
      // the field still takes what is typed, and the server says whether it is right
      asked = null;
    }
  }

  control.addEventListener('focus', ask);
  control.addEventListener('input', () => {
    clearTimeout(pending);
    pending = setTimeout(ask, DEBOUNCE_MS);
  });
  if (document.activeElement === control) {
    ask();
  }
}

let known = { taskId: null, number: null };

async function orderShown() {
  const taskId = shownTask();
  // the form in the dialog "Start process" is about no order yet
  if (!taskId || document.querySelector('.modal-dialog')) {
    return null;
  }
  if (known.taskId !== taskId) {
    known = { taskId, number: await api.orderOfTask(taskId) };
  }
  return known.number;
}
