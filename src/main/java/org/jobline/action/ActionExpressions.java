package org.jobline.action;

import org.springframework.stereotype.Component;

/** Which action brought the order here, for gateways: {@code ${action.is('recall-job')}}. */
@Component("action")
public class ActionExpressions {

  private final CurrentAction current;

  ActionExpressions(CurrentAction current) {
    this.current = current;
  }

  public boolean is(String key) {
    return current.is(new ActionKey(key));
  }
}
