package org.jobline.sla;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jobline.order.OrderNumber;
import org.jobline.platform.engine.DecisionTables;
import org.jobline.platform.time.OpeningHours;
import org.jobline.platform.time.OpeningHours.Period;
import org.jobline.referencedata.contractor.ContractorService;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.workorder.Schedule;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.quoting.Quotation;
import org.jobline.workorder.quoting.Quotations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was agreed with clients: the decision tables {@code sla-targets} and {@code sla-tolerances}. */
@Component
class AgreedTargets {

  private static final String TARGETS = "sla-targets";
  private static final String TOLERANCES = "sla-tolerances";

  private final ReferenceData referenceData;
  private final ContractorService contractors;
  private final Quotations quotations;
  private final DecisionTables decisionTables;

  AgreedTargets(ReferenceData referenceData, ContractorService contractors, Quotations quotations,
      DecisionTables decisionTables) {
    this.referenceData = referenceData;
    this.contractors = contractors;
    this.quotations = quotations;
    this.decisionTables = decisionTables;
  }

  /**
   * What the targets of an order depend on.
   *
   * @param contractor null while there is none; its opening hours count as well as the site's
   * @param schedule null while there is none
   * @param isQuoted whether only the schedule counts, as the price is agreed before the work is done
   */
  record Terms(
      String client, String site, @Nullable String contractor, String priority, @Nullable Schedule schedule,
      boolean isQuoted) {

    Terms(
        String client, String site, @Nullable String contractor, String priority, @Nullable Schedule schedule) {
      this(client, site, contractor, priority, schedule, false);
    }
  }

  /** @param schedule null while there is none; until a quote is chosen the last day for answers counts in its place */
  Terms terms(WorkOrder order, @Nullable Schedule schedule) {
    boolean isAwaitingQuotes = isQuoted(order) && order.contractor().isEmpty();
    return new Terms(order.client(), order.site(), order.contractor().orElse(null), order.priority(),
        isAwaitingQuotes ? untilTheLastAnswer(order) : schedule, isQuoted(order));
  }

  private @Nullable Schedule untilTheLastAnswer(WorkOrder order) {
    ZoneId zone = referenceData.knownSite(order.site()).timeZone();
    return quotations.find(order.order()).flatMap(Quotation::replyBy)
        .map(day -> new Schedule(Schedule.Kind.UP_TO, null, day.plusDays(1).atStartOfDay(zone).toInstant()))
        .orElse(null);
  }

  boolean isQuoted(WorkOrder order) {
    return quotations.isQuoted(order.order());
  }

  /**
   * A clock with its targets and warnings.
   *
   * @param stoodStill when it did not run although somebody was open
   */
  SlaRecord computed(OrderNumber number, Terms terms, Instant start, List<Period> stoodStill) {
    Agreed agreed = agreed(terms, stoodStill);
    Deadlines due = agreed.due(terms, start);
    SlaTolerances tolerances = agreed.tolerances();
    WorkingTime time = agreed.time();
    return new SlaRecord(
        null, number.value(), start, agreed.targets().aroundTheClock(),
        due.respondFrom(), due.respond(), due.temporaryFix(), due.fix(),
        warning(tolerances, time, start, due.respond()), warning(tolerances, time, start, due.temporaryFix()),
        warning(tolerances, time, start, due.fix()),
        null, null, null, null);
  }

  /** By when an order that is logged at an instant is to be attended to and fixed. */
  Deadlines deadlines(Terms terms, Instant start) {
    return agreed(terms, List.of()).due(terms, start);
  }

  private record Agreed(SlaTargets targets, SlaTolerances tolerances, WorkingTime time) {

    private Deadlines due(Terms terms, Instant start) {
      return Deadlines.of(start, terms.isQuoted() ? SlaTargets.Durations.NONE : targets.down(), terms.schedule(),
          tolerances.appointment(), time);
    }
  }

  private Agreed agreed(Terms terms, List<Period> stoodStill) {
    Map<String, Object> question = Map.of("client", terms.client(), "priority", terms.priority());
    SlaTargets targets = SlaTargets.of(decisionTables.row(TARGETS, question));
    return new Agreed(targets, SlaTolerances.of(decisionTables.row(TOLERANCES, question)),
        time(targets.aroundTheClock(), terms.site(), terms.contractor()).except(stoodStill));
  }

  private static @Nullable Instant warning(
      SlaTolerances tolerances, WorkingTime time, Instant start, @Nullable Instant due) {
    return due == null ? null : time.usedUp(tolerances.atRiskAfter(), start, due);
  }

  /** When the clock runs, as far as it was never stopped. */
  WorkingTime time(boolean aroundTheClock, String site, @Nullable String contractor) {
    if (aroundTheClock) {
      return WorkingTime.aroundTheClock();
    }
    List<OpeningHours> calendars = new ArrayList<>();
    calendars.add(referenceData.openingHours(site));
    if (contractor != null) {
      calendars.add(contractors.openingHours(contractor));
    }
    return WorkingTime.whileOpen(calendars);
  }
}
