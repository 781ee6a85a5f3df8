package org.jobline.money.authorisation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jobline.action.FormDefaults;
import org.jobline.order.Order;
import org.springframework.stereotype.Component;

/** The forms of an authorisation and of the answer to its question say what they are about. */
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

  /** Under the names the diagram gives them for Tasklist's own form. */
  @Override
  public Map<String, Object> contextValues(Order order) {
    Map<String, Object> values = new HashMap<>();
    requests.of(order.number()).ifPresent(request -> {
      values.put("authorisationSubject", request.subject());
      Optional.ofNullable(request.question()).ifPresent(question -> values.put("authorisationQuestion", question));
      Optional.ofNullable(request.answer()).ifPresent(answer -> values.put("authorisationAnswer", answer));
    });
    return values;
  }
}
