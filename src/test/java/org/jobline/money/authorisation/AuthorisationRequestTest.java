package org.jobline.money.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobline.money.authorisation.AuthorisationRequest.State;
import org.jobline.money.cost.CostChange;
import org.jobline.order.AuthorisationLock;
import org.junit.jupiter.api.Test;

/** Level by level, with four eyes (domain/money.md, Authorisation). */
class AuthorisationRequestTest {

  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);

  private static AuthorisationLevel level(int level, String profile) {
    return AuthorisationLevel.named(Map.of("level", level, "profile", profile, "reason", "above " + level + "00"));
  }

  private static AuthorisationRequest request(String commitment, AuthorisationLevel... levels) {
    CostChange.What what =
        new CostChange.What("fixed cost", new BigDecimal("80.00"), new BigDecimal("1250.00"));
    return new AuthorisationRequest("R-100245", new CostChange(what, "GBP", new BigDecimal(commitment)),
        List.of(levels), "agent", NOON);
  }

  private static Decision decision(String what) {
    return new Decision(what, "REF", "fits", new Decision.Booking("capital", "2026-11", "CAP"), Optional.empty(),
        Optional.empty(), Optional.empty());
  }

  @Test
  void levels_decide_in_their_order_however_the_table_names_them() {
    AuthorisationRequest request = request("1250.00", level(2, "director"), level(1, "manager"), level(1, "finance"));
    request.present(NOON);
    assertThat(request.lock())
        .isEqualTo(new AuthorisationLock("finance", 1, NOON, request.subject()));
    request.authorise(decision(Decision.AUTHORISE), "frank", NOON);
    assertThat(request.state()).isEqualTo(State.WAITING);
    assertThat(request.current().profile()).isEqualTo("manager");
    request.authorise(decision(Decision.AUTHORISE), "mary", NOON);
    assertThat(request.current().profile()).isEqualTo("director");
    request.authorise(decision(Decision.AUTHORISE), "dora", LATER);
    assertThat(request.state()).isEqualTo(State.AUTHORISED);
    assertThat(request.current().decidedBy()).isEqualTo("dora");
    assertThat(request.current().decidedAt()).isEqualTo(LATER);
  }

  @Test
  void level_named_twice_is_asked_once() {
    assertThat(request("1250.00", level(1, "manager"), level(1, "manager"), level(2, "manager")).levels())
        .extracting(AuthorisationLevel::level).containsExactly(1, 2);
  }

  @Test
  void refusal_at_one_level_ends_it() {
    AuthorisationRequest request = request("1250.00", level(1, "manager"), level(2, "director"));
    request.refuse(decision(Decision.REFUSE), "previous fixed cost", "mary", NOON);
    assertThat(request.state()).isEqualTo(State.REFUSED);
    assertThat(request.state().isOpen()).isFalse();
    assertThat(request.fallback()).contains("previous fixed cost");
    assertThat(request.levels().get(1).isDecided()).isFalse();
  }

  @Test
  void requester_cannot_authorise() {
    AuthorisationRequest request = request("1250.00", level(1, "manager"));
    assertThat(request.bars("agent")).contains("someone other than the person who asked has to authorise it");
    assertThat(request.bars("mary")).isEmpty();
    assertThat(request.bars("null")).as("somebody of that name, before it was asked again").isEmpty();
  }

  @Test
  void neither_requester_decides() {
    AuthorisationRequest request = request("1250.00", level(1, "manager"));
    request.askedAgainBy("mary", "agent");
    assertThat(request.bars("agent")).isPresent();
    assertThat(request.bars("mary")).isPresent();
    assertThat(request.answerer()).isEqualTo("mary");
    assertThat(request.isAskedAgain()).isTrue();
  }

  @Test
  void each_level_is_decided_by_somebody_else() {
    AuthorisationRequest request = request("1250.00", level(1, "manager"), level(2, "director"));
    request.authorise(decision(Decision.AUTHORISE), "mary", NOON);
    assertThat(request.bars("mary")).contains("someone else has to decide this level");
    assertThat(request.bars("dora")).isEmpty();
  }

  @Test
  void level_that_comes_back_from_hold_has_waited_since_the_beginning() {
    AuthorisationRequest request = request("1250.00", level(1, "manager"));
    request.present(NOON);
    request.hold(LATER);
    assertThat(request.state()).isEqualTo(State.ON_HOLD);
    assertThat(request.onHoldUntil()).isEqualTo(LATER);
    request.present(LATER);
    assertThat(request.state()).isEqualTo(State.WAITING);
    assertThat(request.onHoldUntil()).isNull();
    assertThat(request.current().waitingSince()).isEqualTo(NOON);
  }

  @Test
  void another_question_forgets_the_answer_to_the_one_before() {
    AuthorisationRequest request = request("1250.00", level(1, "manager"));
    request.ask("Why?");
    request.answer("Because");
    request.ask("Why now?");
    assertThat(request.question()).isEqualTo("Why now?");
    assertThat(request.answer()).isNull();
    assertThat(request.state()).isEqualTo(State.INFORMATION_REQUIRED);
  }

  @Test
  void subject_names_the_commitment_where_it_is_another_amount() {
    assertThat(request("1250.00", level(1, "manager")).subject())
        .isEqualTo("fixed cost 1,250.00 GBP (80.00 before), above 100");
    assertThat(request("1310.50", level(1, "manager")).subject())
        .isEqualTo("fixed cost 1,250.00 GBP (80.00 before), order may now cost up to 1,310.50, above 100");
  }

  @Test
  void what_was_decided_stays_readable() {
    AuthorisationRequest request = request("1250.00", level(1, "manager"));
    request.authorise(decision(Decision.AUTHORISE), "mary", NOON);
    assertThat(request.levels()).containsExactly(new AuthorisationLevel(1, "manager", "above 100", null, NOON, "mary",
        "authorise", "REF", "fits", "capital", "2026-11", "CAP"));
  }

  @Test
  void refused_change_of_a_cancelled_order_is_unsettled_until_somebody_reinstates_it() {
    AuthorisationRequest request = request("1250.00", level(1, "manager"));
    assertThat(request.isUnsettled()).isFalse();
    request.orderCancelled();
    assertThat(request.isUnsettled()).isTrue();
    request.reinstatedWith("bypass");
    assertThat(request.isUnsettled()).isFalse();
    assertThat(request.isReEntered()).isFalse();
  }

  @Test
  void re_entered_change_is_asked_about_again() {
    AuthorisationRequest request = request("1250.00", level(1, "manager"));
    request.orderCancelled();
    request.reinstatedWith(RefusedCostService.RE_ENTER);
    assertThat(request.isReEntered()).isTrue();
  }
}
