import { agentActions } from './agent-actions.js';
import { tellClosedActions } from './closed-actions.js';
import { findOrder } from './find-order.js';
import { showFieldErrors } from './field-errors.js';
import { rewordFormMessages } from './form-messages.js';
import { awaitLastWords } from './last-words.js';
import { showLogged } from './logged.js';
import { orderPage } from './order-page.js';
import { orders } from './orders.js';
import { fillPickLists } from './pick-lists.js';
import { fillUploads } from './uploads.js';
import { whenPageChanges } from './page.js';
import { taskCard } from './task-card.js';
import { workOrderTab } from './work-order-tab.js';

whenPageChanges(fillPickLists);
whenPageChanges(fillUploads);
whenPageChanges(rewordFormMessages);
showFieldErrors();
showLogged();
awaitLastWords();
tellClosedActions();

export default [orderPage, agentActions, workOrderTab, findOrder, orders, taskCard];
