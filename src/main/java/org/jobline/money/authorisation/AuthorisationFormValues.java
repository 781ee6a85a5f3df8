package org.jobline.money.authorisation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jobline.action.FormDefaults;
import org.jobline.order.Order;
import org.springframework.stereotype.Component;

/** Whoever decides on a cost, or answers a question about it, reads in the form what it is about. */
@Component
class AuthorisationFormValues implements FormDefaults {

  private static final Set<String> FORMS =
      Set.of(AuthorisationSteps.AUTHORISE.value(), AuthorisationSteps.ANSWER.value());

  private final AuthorisationRequests requests;

  AuthorisationFormValues(AuthorisationRequests requests) {
    this.requests = requests;
  }

  @Override
  public boolean areFor(String action) {
    return FORMS.contains(action);
  }

  @Override
  public Map<String, Object> of(Order order) {
    return Map.of();
  }

  /** Under the names the diagram gives them for Tasklist's own form. */
  @Override
  public Map<String, Object> contextValues(Order order) {
    Map<String, Object> values = new HashMap<>();
    requests.of(order.number()).ifPresent(request -> {
      values.put("authorisationSubject", request.subject());
      values.put("authorisationQuestion", request.question());
      values.put("authorisationAnswer", request.answer());
    });
    values.values().removeIf(value -> value == null);
    return values;
  }
}
