import { tellClosedActions } from './closed-actions.js';
import { findOrder } from './find-order.js';
import { showListCounts } from './list-counts.js';
import { helpLogDialog } from './log-dialog.js';
import { orderPage } from './order-page.js';
import { orders, ordersPage } from './orders.js';
import { taskCard } from './task-card.js';
import { taskView } from './task-view.js';

helpLogDialog();
tellClosedActions();
showListCounts();

export default [orderPage, ordersPage, taskView, findOrder, orders, taskCard];
