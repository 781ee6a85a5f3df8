import { noteWhoIsHere } from './absence.js';
import { tellClosedActions } from './closed-actions.js';
import { findOrder } from './find-order.js';
import { showListCounts } from './list-counts.js';
import { translateListNames } from './list-names.js';
import { logOrders } from './log-link.js';
import { logPage } from './log-page.js';
import { orderPage } from './order-page.js';
import { orders, ordersPage } from './orders.js';
import { tellReminders } from './reminders.js';
import { start } from './start-link.js';
import { startPage } from './start-page.js';
import { taskCard } from './task-card.js';
import { taskView } from './task-view.js';

noteWhoIsHere();
tellClosedActions();
translateListNames();
showListCounts();
tellReminders();

export default [
  orderPage, ordersPage, logPage, startPage, taskView, start, logOrders, findOrder, orders, taskCard
];
