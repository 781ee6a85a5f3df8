package org.jobline.action;

import org.jobline.workorder.WorkOrder;

/** The order is locked until somebody authorises what was asked for; nothing was changed. */
public class AwaitingAuthorisation extends RuntimeException {

  AwaitingAuthorisation(String action, WorkOrder order) {
    super("%s is not possible: work order %s waits for authorisation.".formatted(action, order.number()));
  }
}
