package org.jobline.action;

import org.springframework.stereotype.Component;

/** Which action brought the order here, for gateways: {@code ${action.is('recall-job')}}. */
@Component("action")
public class ActionFacts {

  private final Performing performing;

  ActionFacts(Performing performing) {
    this.performing = performing;
  }

  public boolean is(String key) {
    return performing.isPerforming(new ActionKey(key));
  }
}
