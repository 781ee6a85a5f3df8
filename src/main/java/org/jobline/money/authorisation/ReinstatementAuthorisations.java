package org.jobline.money.authorisation;

import java.util.List;
import java.util.Optional;
import org.jobline.action.Choice;
import org.jobline.action.PickList;
import org.jobline.order.Order;
import org.springframework.stereotype.Component;

/** What may become of the authorisation of an order that was cancelled because of a refusal; nothing for others. */
@Component
class ReinstatementAuthorisations implements PickList {

  private static final List<Choice> BOTH = List.of(
      new Choice(RefusedCostService.RE_ENTER, "Re-enter"), new Choice(RefusedCostService.BYPASS, "Bypass"));

  private final AuthorisationRequests requests;

  ReinstatementAuthorisations(AuthorisationRequests requests) {
    this.requests = requests;
  }

  @Override
  public String name() {
    return "reinstatementAuthorisations";
  }

  @Override
  public List<Choice> choices(Optional<Order> order, String text, int limit) {
    return order.flatMap(found -> requests.of(found.number()))
        .filter(AuthorisationRequest::isUnsettled)
        .map(refused -> BOTH)
        .orElse(List.of());
  }

  @Override
  public Optional<Choice> find(Optional<Order> order, String value) {
    return choices(order, "", BOTH.size()).stream().filter(choice -> choice.value().equals(value)).findFirst();
  }

  @Override
  public String expectation() {
    return "Choose re-enter or bypass if the order's authorisation was refused; otherwise leave blank.";
  }
}
