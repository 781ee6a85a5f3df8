// What Tasklist's own form needs, in which orders are logged: the dialog "Log work order". Nothing else of the desk uses
// the modules named here.

import { showFieldErrors } from './field-errors.js';
import { rewordFormMessages } from './form-messages.js';
import { awaitLastWords } from './last-words.js';
import { showLogged } from './logged.js';
import { whenPageChanges } from './page.js';
import { fillPickLists } from './pick-lists.js';

export function helpLogDialog() {
  whenPageChanges(fillPickLists);
  whenPageChanges(rewordFormMessages);
  showFieldErrors();
  showLogged();
  awaitLastWords();
}
