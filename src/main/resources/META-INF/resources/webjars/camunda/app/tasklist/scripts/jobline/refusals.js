// What the server refused something for, as the agent reads it.

import { retold, say } from './language.js';
import { localValues } from './server-values.js';
import { actionName, statusName, textOfForm } from './translations.js';
import { capital } from './words.js';

/** What is said of one line of an order. */
const OF_A_LINE = /^Line (\d+): (.*)$/s;

/**
 * In the agent's language where there are words for it; a field is called what the form calls it, anyway.
 *
 * @param field it is said of; left out: none
 */
export function refusal(message, field = null) {
  const [, line, rest] = OF_A_LINE.exec(message) ?? [];
  return line ? say('Line {0}', line) + ': ' + refusal(capital(rest), field) : ofTheWhole(message, field);
}

function ofTheWhole(message, field) {
  const original = field?.component.originalLabel;
  const name = text => [original, '“' + original + '”'].includes(text) ? field.label
    : localValues(actionName(statusName(textOfForm(text))));
  const told = retold(message, name);
  const rest = original && message.startsWith(original) ? message.slice(original.length) : null;
  return told ?? (rest === null || /^[\p{L}\p{N}]/u.test(rest) ? message : field.label + rest);
}
