package org.jobline.cost;

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

  private static final OrderCost LOGGED = new OrderCost("R-1", "GBP", money("120.00"), null, null, null, null, false,
      false, BigDecimal.ZERO, null, List.of(), 0L);

  private static BigDecimal money(String amount) {
    return new BigDecimal(amount);
  }

  private static void assertExpects(String amount, String basis, OrderCost cost) {
    assertThat(cost.accrual()).isEqualTo(amount);
    assertThat(cost.basis()).isEqualTo(basis);
  }

  @Test
  void before_attendance_the_clients_average_is_expected() {
    assertExpects("120.00", "average order value", LOGGED);
    assertExpects("0.00", "average order value", LOGGED.withAverage(money("0.00")));
  }

  @Test
  void an_estimate_is_expected_as_it_is() {
    assertExpects("99.50", "estimate", LOGGED.withEstimate(money("99.50")));
    assertExpects("99.50", "estimate", LOGGED.withCalculated(money("300.00"), List.of()).withEstimate(money("99.50")));
  }

  @Test
  void a_fixed_cost_is_expected_as_it_is_and_nothing_goes_back_to_calculated() {
    OrderCost fixed = LOGGED.withFixed(money("250.00"));
    assertExpects("250.00", "fixed cost", fixed);
    assertExpects("250.00", "fixed cost", fixed.withCalculated(money("300.00"), List.of()));
    assertExpects("120.00", "average order value", fixed.withFixed(null));
    assertExpects("300.00", "calculated", fixed.withCalculated(money("300.00"), List.of()).withFixed(null));
  }

  @Test
  void estimate_and_fixed_cost_replace_each_other() {
    OrderCost both = LOGGED.withFixed(money("250.00")).withEstimate(money("99.50"));
    assertExpects("99.50", "estimate", both);
    assertThat(both.fixed()).isNull();
    assertExpects("250.00", "fixed cost", both.withFixed(money("250.00")));
    assertThat(both.withFixed(money("250.00")).estimate()).isNull();
  }

  @Test
  void after_attendance_what_is_calculated_is_expected() {
    assertExpects("310.00", "calculated", LOGGED.withCalculated(money("310.00"), List.of("Call-out: 310.00")));
    assertExpects("0.00", "calculated", LOGGED.withCalculated(money("0.00"), List.of()));
  }

  @Test
  void a_remote_fix_is_expected_beside_what_visits_cost() {
    assertExpects("15.00", "remote fix", LOGGED.plusRemoteFix(money("15.00")));
    assertExpects("325.00", "calculated",
        LOGGED.plusRemoteFix(money("15.00")).withCalculated(money("310.00"), List.of()));
  }

  @Test
  void delivery_comes_on_top_of_what_is_calculated_and_is_in_a_total() {
    assertExpects("155.50", "average order value", LOGGED.delivered(money("35.50")));
    assertExpects("345.50", "calculated", LOGGED.withCalculated(money("310.00"), List.of()).delivered(money("35.50")));
    assertExpects("250.00", "fixed cost", LOGGED.withFixed(money("250.00")).delivered(money("35.50")));
  }

  @Test
  void set_to_zero_is_for_ever() {
    OrderCost zero = LOGGED.withFixed(money("250.00")).asZero();
    assertExpects("0.00", "set to zero", zero);
    assertExpects("0.00", "set to zero", zero.withCalculated(money("310.00"), List.of()).delivered(money("35.50")));
  }

  @Test
  void a_comprehensive_contract_covers_everything() {
    assertExpects("0.00", "comprehensive contract",
        LOGGED.withFixed(money("250.00")).covered(true).withCalculated(money("310.00"), List.of()));
  }

  @ParameterizedTest
  @CsvSource({"0, 120.00", "10, 132.00", "12.5, 135.00", "33.33, 160.00", "100, 240.00"})
  void the_client_is_shown_cost_and_mark_up(String percent, String price) {
    assertThat(LOGGED.markedUpBy(money(percent)).markedUp()).isEqualTo(price);
  }

  // What always holds

  private static final List<UnaryOperator<OrderCost>> INDEPENDENT = List.of(
      cost -> cost.withCalculated(money("310.07"), List.of()), cost -> cost.delivered(money("35.50")),
      cost -> cost.plusRemoteFix(money("15.01")), cost -> cost.markedUpBy(money("17.5")),
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

  /** As a refusal by the authoriser does it: estimate, fixed cost and delivery are what they were. */
  @Property
  void undo_returns_to_the_previous_figure(
      @ForAll("orders") List<Integer> before, @ForAll("amounts") BigDecimal amount, @ForAll("kinds") String kind) {
    OrderCost cost = LOGGED;
    for (int step : before.subList(0, before.get(0))) {
      cost = INDEPENDENT.get(step).apply(cost);
    }
    OrderCost changed = switch (kind) {
      case "estimate" -> cost.withEstimate(amount);
      case "fixed" -> cost.withFixed(amount);
      default -> cost.delivered(amount);
    };
    OrderCost undone = changed.with(cost.estimate(), cost.fixed()).delivered(cost.deliveryCharge());
    assertThat(undone).isEqualTo(cost);
    assertThat(undone.markedUp()).isEqualTo(cost.markedUp());
  }

  @Provide
  Arbitrary<String> kinds() {
    return Arbitraries.of("estimate", "fixed", "delivery");
  }

  @Property
  void the_mark_up_never_loses_a_penny(@ForAll("amounts") BigDecimal amount, @ForAll("percents") BigDecimal percent) {
    OrderCost cost = LOGGED.withFixed(amount).markedUpBy(percent);
    BigDecimal exact = amount.add(amount.multiply(percent).movePointLeft(2));
    assertThat(cost.markedUp().subtract(exact).abs()).isLessThanOrEqualTo(money("0.005"));
    assertThat(cost.markedUp()).isGreaterThanOrEqualTo(cost.accrual());
  }

  @Provide
  Arbitrary<BigDecimal> percents() {
    return Arbitraries.bigDecimals().between(BigDecimal.ZERO, money("100")).ofScale(2);
  }
}
