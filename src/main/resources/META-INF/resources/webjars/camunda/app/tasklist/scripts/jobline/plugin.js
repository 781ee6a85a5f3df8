import { agentActions } from './agent-actions.js';
import { tellClosedActions } from './closed-actions.js';
import { findOrder } from './find-order.js';
import { showFieldErrors } from './field-errors.js';
import { rewordFormMessages } from './form-messages.js';
import { awaitLastWords } from './last-words.js';
import { logOrders } from './log-link.js';
import { logPage } from './log-page.js';
import { orderPage } from './order-page.js';
import { orders } from './orders.js';
import { fillPickLists } from './pick-lists.js';
import { fillUploads } from './uploads.js';
import { whenPageChanges } from './page.js';
import { tellReminders } from './reminders.js';
import { start } from './start-link.js';
import { startPage } from './start-page.js';
import { taskCard } from './task-card.js';
import { workOrderTab } from './work-order-tab.js';

whenPageChanges(fillPickLists);
whenPageChanges(fillUploads);
whenPageChanges(rewordFormMessages);
showFieldErrors();
awaitLastWords();
tellClosedActions();
tellReminders();

export default [orderPage, logPage, startPage, start, logOrders, agentActions, workOrderTab, findOrder, orders, taskCard];
