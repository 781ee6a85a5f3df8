package org.jobline.money.authorisation;

import java.time.Instant;
import java.util.List;
import org.jobline.order.Order;
import org.jobline.order.OrderDetail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The last authorisation of an order as clients see it: what for, who decides, since when. */
@Component
class AuthorisationDetail implements OrderDetail<AuthorisationDetail.AuthorisationPart> {

  private final AuthorisationRequests requests;

  AuthorisationDetail(AuthorisationRequests requests) {
    this.requests = requests;
  }

  /** @param authorisation null: none was ever asked for */
  record AuthorisationPart(@Nullable AuthorisationView authorisation) {}

  /**
   * @param state waiting, on hold, information required, authorised or refused
   * @param amountAfter of what was changed, such as a fixed cost
   * @param commitment what the order may come to cost with it, which is what is authorised
   * @param profile who decides on the present level, or decided last
   * @param since when that level began to wait
   */
  record AuthorisationView(
      String state, String subject, String kind, String currency, String amountBefore, String amountAfter,
      String commitment, String askedBy, Instant askedAt, String profile, int level, @Nullable Instant since,
      @Nullable Instant onHoldUntil, @Nullable String question, @Nullable String answer,
      List<AuthorisationLevelView> levels) {}

  /** @param waitingSince null until its turn has come */
  record AuthorisationLevelView(
      int level, String profile, String reason, @Nullable Instant waitingSince, @Nullable String decision,
      @Nullable String decidedBy, @Nullable Instant decidedAt, @Nullable String reference,
      @Nullable String decisionReason, @Nullable String expenditure, @Nullable String period,
      @Nullable String capitalCode) {}

  @Override
  public AuthorisationPart of(Order order) {
    return new AuthorisationPart(requests.of(order.number())
        .map(AuthorisationDetail::view).orElse(null));
  }

  private static AuthorisationView view(AuthorisationRequest request) {
    AuthorisationLevel current = request.current();
    return new AuthorisationView(
        request.state().label(), request.subject(), request.change().kind(), request.change().currency(),
        request.change().what().before().toPlainString(), request.change().what().after().toPlainString(),
        request.change().commitment().toPlainString(), request.askedBy(), request.askedAt(), current.profile(),
        current.level(), current.waitingSince(),
        request.onHoldUntil(), request.question(), request.answer(),
        request.levels().stream().map(AuthorisationDetail::view).toList());
  }

  private static AuthorisationLevelView view(AuthorisationLevel level) {
    return new AuthorisationLevelView(level.level(), level.profile(), level.reason(), level.waitingSince(),
        level.decision(), level.decidedBy(), level.decidedAt(), level.reference(), level.decisionReason(),
        level.expenditure(), level.capitalPeriod(), level.capitalCode());
  }
}
