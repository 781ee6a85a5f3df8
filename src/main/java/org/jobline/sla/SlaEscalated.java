package org.jobline.sla;

import org.jobline.order.OrderNumber;

/**
 * A target of an order is at risk, or has passed without being met, and the desk is to be told.
 *
 * @param words which, and when it is or was due by the clock of the site
 * @param level 0 for a warning, 1 for a breach, more for each further level
 * @param tellsContacts whether the site's escalation contacts of that level are to be told as well
 */
public record SlaEscalated(OrderNumber order, String words, int level, boolean tellsContacts) {

  public boolean isWarning() {
    return level == Escalation.WARNING;
  }
}
