import { tellClosedActions } from './closed-actions.js';
import { findOrder } from './find-order.js';
import { helpLogDialog } from './log-dialog.js';
import { orderPage } from './order-page.js';
import { orders } from './orders.js';
import { taskCard } from './task-card.js';
import { taskView } from './task-view.js';

helpLogDialog();
tellClosedActions();

export default [orderPage, taskView, findOrder, orders, taskCard];
