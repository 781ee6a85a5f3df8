package org.jobline.money.authorisation;

import java.util.Optional;
import org.jobline.action.ActionKey;
import org.jobline.action.ActionRestriction;
import org.jobline.action.Agent;
import org.jobline.order.AuthorisationLock;
import org.jobline.order.Order;
import org.springframework.stereotype.Component;

/** Only the profile of the level that waits decides, and four eyes see every change. */
@Component
class Authoriser implements ActionRestriction {

  private static final String ADMIN = "admin";

  private final AuthorisationRequests requests;

  Authoriser(AuthorisationRequests requests) {
    this.requests = requests;
  }

  @Override
  public ActionKey action() {
    return AuthorisationSteps.AUTHORISE;
  }

  @Override
  public Optional<String> refusal(Order order, Agent agent) {
    Optional<String> profile = order.authorisationLock().map(AuthorisationLock::profile);
    if (profile.filter(group -> !agent.groups().contains(group) && !agent.groups().contains(ADMIN)).isPresent()) {
      return Optional.of("this one is for " + profile.get() + " to decide");
    }
    return requests.of(order.number())
        .flatMap(request -> request.bars(agent.name()));
  }
}
