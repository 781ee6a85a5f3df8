// What the server refused something for, as the agent reads it.

import { retold } from './language.js';
import { statusName, textOfForm } from './translations.js';

/**
 * In the agent's language where there are words for it; a field is called what the form calls it, anyway.
 *
 * @param field it is said of; left out: none
 */
export function refusal(message, field = null) {
  const original = field?.component.originalLabel;
  const name = text => text === original || text === '“' + original + '”' ? field.label : statusName(textOfForm(text));
  const told = retold(message, name);
  if (told !== null || !original || !message.startsWith(original)) {
    return told ?? message;
  }
  return field.label + message.slice(original.length);
}
