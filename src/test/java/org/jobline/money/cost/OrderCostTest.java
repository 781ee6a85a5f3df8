package org.jobline.money.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From accrual to marked-up price: a test for each row of the table in domain/money.md. */
class OrderCostTest {

  private static final OrderCost LOGGED = OrderCost.expecting("R-1", "GBP",
      CostBasis.NONE.withAverage(money("120.00")));

  private static BigDecimal money(String amount) {
    return new BigDecimal(amount);
  }

  private static OrderCost calculated(OrderCost cost, String amount) {
    return cost.withCalculated(money(amount), money("0.00"), List.of("Call-out: " + amount));
  }

  private static void assertExpects(String amount, String basis, OrderCost cost) {
    assertThat(cost.accrual()).isEqualTo(amount);
    assertThat(cost.rule()).isEqualTo(basis);
  }

  @Test
  void before_attendance_the_clients_average_is_expected() {
    assertExpects("120.00", "average order value", LOGGED);
    assertExpects("0.00", "average order value", LOGGED.withAverage(money("0.00")));
  }

  @Test
  void an_estimate_is_expected_as_it_is() {
    assertExpects("99.50", "estimate", LOGGED.withEstimate(money("99.50")));
    assertExpects("99.50", "estimate", calculated(LOGGED, "300.00").withEstimate(money("99.50")));
  }

  @Test
  void a_fixed_cost_is_expected_as_it_is_and_nothing_goes_back_to_calculated() {
    OrderCost fixed = LOGGED.withFixed(money("250.00"));
    assertExpects("250.00", "fixed cost", fixed);
    assertExpects("250.00", "fixed cost", calculated(fixed, "300.00"));
    assertExpects("120.00", "average order value", fixed.backToCalculated());
    assertExpects("300.00", "calculated", calculated(fixed, "300.00").backToCalculated());
  }

  @Test
  void estimate_and_fixed_cost_replace_each_other() {
    OrderCost both = LOGGED.withFixed(money("250.00")).withEstimate(money("99.50"));
    assertExpects("99.50", "estimate", both);
    assertThat(both.basis().fixed()).isNull();
    assertExpects("250.00", "fixed cost", both.withFixed(money("250.00")));
    assertThat(both.withFixed(money("250.00")).basis().estimate()).isNull();
  }

  @Test
  void after_attendance_what_is_calculated_is_expected() {
    assertExpects("310.00", "calculated", calculated(LOGGED, "310.00"));
    assertExpects("0.00", "calculated", calculated(LOGGED, "0.00"));
  }

  @Test
  void a_remote_fix_is_expected_beside_what_visits_cost() {
    assertExpects("15.00", "remote fix", LOGGED.plusRemoteFix(money("15.00")));
    assertExpects("325.00", "calculated",
        LOGGED.plusRemoteFix(money("15.00")).withCalculated(money("310.00"), money("0.00"), List.of()));
  }

  @Test
  void delivery_comes_on_top_of_what_is_calculated_and_is_in_a_total() {
    assertExpects("155.50", "average order value", LOGGED.withDeliveryCharge(money("35.50")));
    assertExpects("345.50", "calculated", calculated(LOGGED, "310.00").withDeliveryCharge(money("35.50")));
    assertExpects("250.00", "fixed cost", LOGGED.withFixed(money("250.00")).withDeliveryCharge(money("35.50")));
  }

  @Test
  void written_off_accrual_stays_zero() {
    OrderCost zero = LOGGED.withFixed(money("250.00")).withoutAccrual();
    assertExpects("0.00", "set to zero", zero);
    assertExpects("0.00", "set to zero", calculated(zero, "310.00").withDeliveryCharge(money("35.50")));
  }

  @Test
  void a_comprehensive_contract_covers_everything() {
    assertExpects("0.00", "comprehensive contract",
        LOGGED.withFixed(money("250.00")).withComprehensiveCover(true)
            .withCalculated(money("310.00"), money("0.00"), List.of()));
  }

  @ParameterizedTest
  @CsvSource({"0, 120.00", "10, 132.00", "12.5, 135.00", "33.33, 160.00", "100, 240.00"})
  void the_client_is_shown_cost_and_mark_up(String percent, String price) {
    assertThat(LOGGED.withMarkUp(money(percent)).markedUp()).isEqualTo(price);
  }

  // What it may come to

  private static void assertCommits(String amount, OrderCost cost) {
    assertThat(cost.commitment()).isEqualTo(amount);
  }

  @Test
  void an_order_may_come_to_what_was_typed_and_whatever_comes_on_top() {
    assertCommits("120.00", LOGGED);
    assertCommits("155.50", LOGGED.withDeliveryCharge(money("35.50")));
    assertCommits("285.50", LOGGED.withFixed(money("250.00")).withDeliveryCharge(money("35.50")));
    assertCommits("300.50", LOGGED.withEstimate(money("250.00")).withDeliveryCharge(money("35.50"))
        .withCalculated(money("900.00"), money("15.00"), List.of()));
    assertCommits("900.00", LOGGED.withCalculated(money("900.00"), money("15.00"), List.of()));
  }

  @Test
  void cover_by_a_contract_hides_nothing_that_was_typed_or_put_in() {
    assertCommits("0.00", LOGGED.withComprehensiveCover(true));
    assertCommits("250.00", LOGGED.withComprehensiveCover(true).withFixed(money("250.00")));
    assertCommits("50.50", LOGGED.withComprehensiveCover(true).withDeliveryCharge(money("35.50"))
        .withCalculated(money("0.00"), money("15.00"), List.of()));
    assertCommits("0.00", LOGGED.withFixed(money("250.00")).withoutAccrual());
  }

  @ParameterizedTest
  @CsvSource({"99.99, true", "100.00, true", "100.01, false"})
  void up_to_what_was_authorised_nobody_is_asked(String fixed, boolean allowed) {
    OrderCost authorised = LOGGED.allow("BOILER").authorise(money("100.00"));
    assertThat(authorised.withFixed(money(fixed)).isAllowed("BOILER")).isEqualTo(allowed);
  }

  @Test
  void the_rules_are_asked_once_for_a_cost_and_again_for_another_type_of_work() {
    OrderCost allowed = LOGGED.withFixed(money("500.00")).allow("BOILER");
    assertThat(LOGGED.isAllowed("BOILER")).isFalse();
    assertThat(allowed.isAllowed("BOILER")).isTrue();
    assertThat(allowed.isAllowed("PAINT")).isFalse();
    assertThat(allowed.backToCalculated().isAllowed("BOILER")).isFalse();
  }

  private static void assertChanged(String kind, String before, String after, OrderCost cost) {
    assertThat(cost.change().what()).isEqualTo(new CostChange.What(kind, money(before), money(after)));
  }

  @Test
  void what_raised_it_is_named_with_its_own_amounts() {
    OrderCost allowed = LOGGED.withDeliveryCharge(money("35.50")).allow("BOILER");
    assertChanged("fixed cost", "155.50", "250.00", allowed.withFixed(money("250.00")));
    assertChanged("estimate", "155.50", "99.00", allowed.withEstimate(money("99.00")));
    assertChanged("delivery charge", "35.50", "3000.00", allowed.withDeliveryCharge(money("3000.00")));
    assertChanged("delivery charge", "0.00", "3000.00", LOGGED.allow("BOILER").withDeliveryCharge(money("3000.00")));
    assertChanged("remote fix", "0.00", "15.00", allowed.plusRemoteFix(money("15.00")));
    assertChanged("parts", "0.00", "70.00", allowed.withCalculated(money("90.00"), money("70.00"), List.of()));
    assertChanged("calculated cost", "155.50", "335.50",
        calculated(allowed, "300.00"));
    assertChanged("calculated cost", "20.00", "155.50",
        allowed.withFixed(money("20.00")).allow("BOILER").backToCalculated());
    assertChanged("change of resource", "0.00", "155.50",
        allowed.withComprehensiveCover(true).allow("BOILER").withComprehensiveCover(false));
    assertChanged("average order value", "155.50", "835.50", allowed.withAverage(money("800.00")));
    assertChanged("average order value", "0.00", "120.00", LOGGED);
  }

  @Test
  void what_was_typed_before_is_not_what_changed() {
    OrderCost fixed = LOGGED.withFixed(money("250.00")).allow("BOILER");
    assertChanged("delivery charge", "0.00", "20.00", fixed.withDeliveryCharge(money("20.00")));
    OrderCost estimated = LOGGED.withEstimate(money("99.00")).allow("BOILER");
    assertChanged("delivery charge", "0.00", "20.00", estimated.withDeliveryCharge(money("20.00")));
    OrderCost covered = calculated(LOGGED, "90.00").withComprehensiveCover(true).allow("BOILER");
    assertChanged("calculated cost", "0.00", "0.00", calculated(covered, "300.00"));
  }

  @Test
  void cost_that_is_asked_about_for_another_type_of_work_is_named_in_full() {
    assertChanged("fixed cost", "0.00", "250.00", LOGGED.withFixed(money("250.00")).allow("BOILER"));
    assertChanged("average order value", "0.00", "0.00",
        OrderCost.expecting("R-1", "GBP", CostBasis.NONE).allow("BOILER"));
    assertThat(LOGGED.change().kind()).isEqualTo("average order value");
  }

  @Test
  void cost_that_was_not_authorised_is_what_it_was_and_says_so_of_the_visits() {
    OrderCost allowed = calculated(LOGGED, "90.00").allow("BOILER");
    OrderCost back = calculated(allowed, "300.00").takenBack("BOILER");
    assertExpects("90.00", "calculated", back);
    assertThat(back.calculation()).containsExactly("The cost of the visits was not authorised");
    assertThat(back.isAllowed("BOILER")).isTrue();
    assertThat(allowed.withFixed(money("500.00")).takenBack("BOILER").calculation()).containsExactly("Call-out: 90.00");
    assertThat(LOGGED.allow("BOILER").withFixed(money("500.00")).takenBack("BOILER").calculation()).isEmpty();
  }

  @Test
  void only_an_average_is_an_average() {
    assertThat(LOGGED.isAverage()).isTrue();
    assertThat(LOGGED.withFixed(money("120.00")).isAverage()).isFalse();
  }

  @Test
  void an_estimate_comes_to_labour_parts_and_plant() {
    assertThat(new Estimate(1L, "R-1", money("80.00"), 2, money("15.50"), money("4.00"), null).total())
        .isEqualTo("99.50");
  }

  // What always holds

  private static final List<UnaryOperator<OrderCost>> INDEPENDENT = List.of(
      cost -> calculated(cost, "310.07"), cost -> cost.withDeliveryCharge(money("35.50")),
      cost -> cost.plusRemoteFix(money("15.01")), cost -> cost.withMarkUp(money("17.5")),
      cost -> cost.withFixed(money("250.33")), cost -> cost.withAverage(money("80.80")));

  @Provide
  Arbitrary<List<Integer>> orders() {
    return Arbitraries.shuffle(0, 1, 2, 3, 4, 5);
  }

  @Property
  void the_order_of_events_does_not_change_the_result(
      @ForAll("orders") List<Integer> order, @ForAll("orders") List<Integer> other) {
    OrderCost one = LOGGED;
    OrderCost two = LOGGED;
    for (int i = 0; i < order.size(); i++) {
      one = INDEPENDENT.get(order.get(i)).apply(one);
      two = INDEPENDENT.get(other.get(i)).apply(two);
    }
    assertThat(one).isEqualTo(two);
    assertThat(one.markedUp()).isEqualTo("294.14");
  }

  @Provide
  Arbitrary<BigDecimal> amounts() {
    return Arbitraries.bigDecimals().between(BigDecimal.ZERO, money("99999.99")).ofScale(2);
  }

  @Test
  void what_the_type_of_an_order_says_it_comes_to_stands_in_place_of_all_else() {
    OrderCost bought = LOGGED.withPrice(money("300"), "purchase total");
    assertExpects("300.00", "order total", bought);
    assertExpects("300.00", "order total", calculated(bought.withFixed(money("99.50")), "1.00"));
    assertExpects("0.00", "order total", bought.withPrice(money("0"), "purchase total"));
    assertThat(bought.commitment()).isEqualTo("300.00");
  }

  @Test
  void a_change_of_a_price_is_called_what_raised_it_and_goes_back_to_what_was_allowed() {
    OrderCost bought = LOGGED.withPrice(money("300"), "purchase total");
    assertThat(bought.isAllowed("")).isFalse();
    OrderCost kept = bought.allow("").withPrice(money("320"), "over-delivery");
    assertThat(kept.isAllowed("")).isFalse();
    assertThat(kept.change().what())
        .isEqualTo(new CostChange.What("over-delivery", money("300.00"), money("320.00")));
    assertExpects("300.00", "order total", kept.takenBack(""));
    assertThat(kept.takenBack("").isAllowed("")).isTrue();
  }

  @Test
  void a_first_price_that_is_taken_back_is_one_of_nothing() {
    OrderCost refused = OrderCost.expecting("PO-1", "GBP", CostBasis.NONE.withPrice(money("300"), "purchase total"));
    assertThat(refused.change().what())
        .isEqualTo(new CostChange.What("purchase total", money("0.00"), money("300.00")));
    assertExpects("0.00", "order total", refused.takenBack(""));
    assertThat(refused.takenBack("").isAllowed("")).isTrue();
  }

  /** As a refusal by the authoriser does it: whatever was changed is what it was. */
  @Property
  void undo_returns_to_the_previous_figure(
      @ForAll("orders") List<Integer> before, @ForAll("amounts") BigDecimal amount, @ForAll("kinds") String kind) {
    OrderCost cost = LOGGED;
    for (int step : before.subList(0, before.get(0))) {
      cost = INDEPENDENT.get(step).apply(cost);
    }
    OrderCost allowed = cost.allow("BOILER");
    OrderCost changed = switch (kind) {
      case "estimate" -> allowed.withEstimate(amount);
      case "fixed" -> allowed.withFixed(amount);
      case "parts" -> allowed.withCalculated(amount, amount, allowed.calculation());
      case "remote fix" -> allowed.plusRemoteFix(amount);
      default -> allowed.withDeliveryCharge(amount);
    };
    OrderCost undone = changed.takenBack("BOILER");
    assertThat(undone.basis()).isEqualTo(cost.basis());
    assertThat(undone.markedUp()).isEqualTo(cost.markedUp());
    assertThat(undone.isAllowed("BOILER")).isTrue();
  }

  @Provide
  Arbitrary<String> kinds() {
    return Arbitraries.of("estimate", "fixed", "delivery", "parts", "remote fix");
  }

  @Property
  void the_mark_up_never_loses_a_penny(@ForAll("amounts") BigDecimal amount, @ForAll("percents") BigDecimal percent) {
    OrderCost cost = LOGGED.withFixed(amount).withMarkUp(percent);
    BigDecimal exact = amount.add(amount.multiply(percent).movePointLeft(2));
    assertThat(cost.markedUp().subtract(exact).abs()).isLessThanOrEqualTo(money("0.005"));
    assertThat(cost.markedUp()).isGreaterThanOrEqualTo(cost.accrual());
  }

  @Provide
  Arbitrary<BigDecimal> percents() {
    return Arbitraries.bigDecimals().between(BigDecimal.ZERO, money("100")).ofScale(2);
  }
}
