import { say } from './language.js';

// What the form library says of a field, in our words and the agent's language.
const SAID = [
  [/^Field is required\.$/, () => say('Required')],
  [/^Field must match pattern .*$/, () => say('Not in the right format')],
  [/^Field must have minimum value of 0\.$/, () => say('Can\'t be negative')],
  [/^Field must have minimum value of (.*)\.$/, least => say('At least {0}', least)],
  [/^Field must have maximum value of (.*)\.$/, most => say('At most {0}', most)],
  [/^Field must have minimum length of (.*)\.$/, least => say('At least {0} characters', least)],
  [/^Field must have maximum length of (.*)\.$/, most => say('At most {0} characters', most)],
  [/^Value is expected to be an integer\.$/, () => say('Whole numbers only')],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, most => say('At most {0} decimals, e.g. 120.55', most)],
  [/^Value is not a number\.$/, () => say('Numbers only, e.g. 120.55')]
];

/** Called whenever the page has changed: the library redraws its messages on every keystroke. */
export function rewordFormMessages() {
  document.querySelectorAll('.fjs-form-field-error').forEach(error => {
    const walker = document.createTreeWalker(error, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      reword(walker.currentNode);
    }
  });
}

function reword(text) {
  const [known, words] = SAID.find(([pattern]) => pattern.test(text.data)) || [];
  if (known) {
    text.data = words(...known.exec(text.data).slice(1));
  }
}
