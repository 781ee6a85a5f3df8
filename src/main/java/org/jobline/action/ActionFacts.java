package org.jobline.action;

import org.springframework.stereotype.Component;

/** Which action brought the order here, for gateways: {@code ${action.is('recall-job')}}. */
@Component("action")
public class ActionFacts {

  private final CurrentAction current;

  ActionFacts(CurrentAction current) {
    this.current = current;
  }

  public boolean is(String key) {
    return current.is(new ActionKey(key));
  }
}
