package org.jobline.lifecycle.quoting;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.jobline.order.Order;
import org.jobline.platform.engine.DecisionTables;
import org.jobline.platform.time.OpeningHours;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.referencedata.estate.Site;
import org.springframework.stereotype.Component;

/** How long contractors have to quote, and how often they are chased: the decision table {@code quote-terms}. */
@Component
public class QuoteTerms {

  private static final String TABLE = "quote-terms";
  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private final DecisionTables tables;
  private final ReferenceData referenceData;
  private final Clock clock;

  QuoteTerms(DecisionTables tables, ReferenceData referenceData, Clock clock) {
    this.tables = tables;
    this.referenceData = referenceData;
    this.clock = clock;
  }

  public Instant now() {
    return clock.instant();
  }

  /** The day at the site of the order. */
  public LocalDate today(Order order) {
    return LocalDate.ofInstant(clock.instant(),
        referenceData.site(order.site()).map(Site::timeZone).orElse(ZoneOffset.UTC));
  }

  /** The last day to answer a request that is made now. */
  public LocalDate replyBy(Order order) {
    OpeningHours hours = referenceData.openingHours(order.site());
    LocalDate day = today(order);
    for (int left = number(order, "replyWorkingDays"); left > 0; ) {
      day = day.plusDays(1);
      if (isWorkingDay(hours, day)) {
        left--;
      }
    }
    return day;
  }

  /** Monday to Friday, but for days on which the site is closed. */
  private static boolean isWorkingDay(OpeningHours hours, LocalDate day) {
    return !WEEKEND.contains(day.getDayOfWeek()) && !hours.closedDays().contains(day);
  }

  /** How often a contractor is reminded at most, once a day. */
  public int reminders(Order order) {
    return number(order, "reminders");
  }

  private int number(Order order, String column) {
    return ((Number) DecisionTables.required(tables.row(TABLE, Map.of("client", order.client())), column)).intValue();
  }
}
