// What was noted with an event, as the agent reads it; what is kept of it stays as it was noted.

import { noted, say } from './language.js';
import { localValues } from './server-values.js';
import { actionName, chosenText, statusName } from './translations.js';

/** What waits for authorisation, such as fixed cost 12,000.00 GBP (0.00 before), above 10,000.00. */
const COMMITMENT = /^(.+?) ([\d,]+\.\d\d) ([A-Z]{3}) \(([\d,]+\.\d\d) before\), above ([\d,]+\.\d\d)$/;

/** @param notes as the server joins them: what somebody wrote among them stays as it is */
export function notesInWords(notes) {
  return notes.split('; ').map(note => noted(note, word) ?? word(note)).join('; ');
}

/** A word or a value within a note, or alone, such as where the cost comes from. */
export function word(text) {
  const [, what, amount, currency, before, limit] = COMMITMENT.exec(text) ?? [];
  if (what) {
    return say('{0} {1} ({2} before), above {3}', word(what), localValues(amount) + ' ' + currency, localValues(before),
      localValues(limit));
  }
  return noted(text, () => null) ?? localValues(chosenText(actionName(statusName(text))));
}
