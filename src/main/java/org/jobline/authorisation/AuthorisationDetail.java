package org.jobline.authorisation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jobline.workorder.OrderDetail;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** The last authorisation of an order as clients see it: what for, who decides, since when. */
@Component
class AuthorisationDetail implements OrderDetail {

  private final AuthorisationRequestRepository requests;

  AuthorisationDetail(AuthorisationRequestRepository requests) {
    this.requests = requests;
  }

  /**
   * @param state waiting, on hold, information required, authorised or refused
   * @param amountAfter of what was changed, such as a fixed cost
   * @param commitment what the order may come to cost with it, which is what is authorised
   * @param profile who decides on the present level, or decided last
   * @param since when that level began to wait
   */
  record View(
      String state, String subject, String kind, String currency, String amountBefore, String amountAfter,
      String commitment, String askedBy, Instant askedAt, String profile, int level, Instant since,
      Instant onHoldUntil, String question, String answer,
      List<Level> levels) {}

  record Level(
      int level, String profile, String reason, Instant waitingSince, String decision, String decidedBy, Instant decidedAt,
      String reference, String decisionReason, String expenditure, String period, String capitalCode) {}

  @Override
  public void describe(WorkOrder order, Map<String, Object> description) {
    requests.findFirstByOrderNumberOrderByIdDesc(order.number().value())
        .ifPresent(request -> description.put("authorisation", view(request)));
  }

  private static View view(AuthorisationRequest request) {
    AuthorisationLevel current = request.current();
    return new View(
        request.state().label(), request.subject(), request.change().kind(), request.change().currency(),
        request.change().what().before().toPlainString(), request.change().what().after().toPlainString(),
        request.change().commitment().toPlainString(), request.askedBy(), request.askedAt(), current.profile(),
        current.level(), current.waitingSince(),
        request.onHoldUntil(), request.question(), request.answer(),
        request.levels().stream().map(AuthorisationDetail::view).toList());
  }

  private static Level view(AuthorisationLevel level) {
    return new Level(level.level(), level.profile(), level.reason(), level.waitingSince(), level.decision(),
        level.decidedBy(), level.decidedAt(), level.reference(), level.decisionReason(), level.expenditure(),
        level.capitalPeriod(), level.capitalCode());
  }
}
