package org.jobline.purchasing;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jobline.action.AfterAction;
import org.jobline.action.TaskDecorator;
import org.jobline.action.WaitingTasks;
import org.jobline.order.Order;
import org.jobline.platform.engine.SystemAuthentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The tasks an order waits with come up when its supplier is to be got in touch with: until then lists that respect
 * follow-up dates leave them out, and from then on the supplier is to be chased.
 */
@Component
class NextContactOnTasks implements TaskDecorator, AfterAction {

  private final PurchaseOrders purchases;
  private final WaitingTasks prompts;
  private final SystemAuthentication system;

  NextContactOnTasks(PurchaseOrders purchases, WaitingTasks prompts, @Lazy SystemAuthentication system) {
    this.purchases = purchases;
    this.prompts = prompts;
    this.system = system;
  }

  @Override
  public void decorate(DelegateTask task, Order order) {
    boolean isPrompt = !task.getCandidates().isEmpty();
    if (isPrompt) {
      purchases.findOf(order).flatMap(PurchaseOrder::nextAttemptAt).map(Date::from).ifPresent(task::setFollowUpDate);
    }
  }

  @Override
  public void ended(Order order) {
    purchases.findOf(order).filter(PurchaseOrder::takeNextAttemptMoved).ifPresent(purchase -> system.call(() -> {
      purchase.nextAttemptAt().ifPresentOrElse(
          next -> prompts.postponeUntil(order, next), () -> prompts.postponeNoLonger(order));
      return null;
    }));
  }
}
