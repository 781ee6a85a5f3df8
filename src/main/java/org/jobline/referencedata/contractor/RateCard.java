package org.jobline.referencedata.contractor;

import java.util.List;
import java.util.Optional;

/** All a contractor charges a client for one purpose. */
public record RateCard(List<Rate> rates) {

  /** Of a contractor that nothing was agreed with. */
  public static final RateCard EMPTY = new RateCard(List.of());

  public RateCard {
    rates = rates.stream().sorted(Rate.MOST_PRECISE_FIRST).toList();
  }

  /**
   * What holds at a moment; of several rates the one that describes it most closely. A bank holiday for which nothing
   * was agreed is a day like others of the week.
   */
  public Optional<Rate> at(Rate.Moment moment) {
    return first(moment).or(() -> first(moment.asOnAnyWeek()));
  }

  private Optional<Rate> first(Rate.Moment moment) {
    return rates.stream().filter(rate -> rate.isFor(moment)).findFirst();
  }

  /** Whether prices depend on when somebody came first. */
  public boolean dependsOnResponse() {
    return rates.stream().anyMatch(rate -> rate.kind() != Rate.Kind.HOURS);
  }

  public boolean isEmpty() {
    return rates.isEmpty();
  }
}
