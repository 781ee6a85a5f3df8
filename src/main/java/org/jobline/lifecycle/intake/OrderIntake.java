package org.jobline.lifecycle.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jobline.action.CurrentAction;
import org.jobline.lifecycle.assignment.Schedules;
import org.jobline.order.OrderType;
import org.jobline.order.Status;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.referencedata.estate.ReasonCode;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.referencedata.estate.Site;
import org.jobline.workorder.NewWorkOrder;
import org.jobline.workorder.Schedule;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes an order of a call. */
@Service
class OrderIntake {

  private final WorkOrders orders;
  private final ReferenceData referenceData;
  private final Schedules schedules;
  private final CurrentAction current;
  private final PossibleDuplicates duplicates;
  private final JdbcClient jdbc;

  OrderIntake(
      WorkOrders orders, ReferenceData referenceData, Schedules schedules, CurrentAction current,
      PossibleDuplicates duplicates, JdbcClient jdbc) {
    this.orders = orders;
    this.referenceData = referenceData;
    this.schedules = schedules;
    this.current = current;
    this.duplicates = duplicates;
    this.jdbc = jdbc;
  }

  /**
   * @throws InvalidFieldsException when the client is not the site's, the reason none of his, or the schedule lies in
   *     the past
   * @throws PossibleDuplicateException when a similar order is open or may still be recalled, and the agent did not
   *     confirm
   */
  @Transactional(propagation = Propagation.MANDATORY)
  WorkOrder log(OrderType type, Status status, Call call) {
    Site site = referenceData.siteOf(call.client(), call.site());
    if (!call.isConfirmed()) {
      takeTurns(site, call.workType(), call.asset());
      duplicates.refuse(site, call.workType(), call.asset());
    }
    Optional<Schedule> schedule = schedules.of(call.schedule(), site.code());
    WorkOrder order = orders.log(type, new NewWorkOrder(
        site.client(), site.code(), call.workType(), call.priority(), call.description(), call.contactName(),
        call.contactPhone().orElse(null), call.location().orElse(null), call.asset().orElse(null),
        call.symptom().orElse(null), call.reason().map(text -> reason(site, text)).orElse(null),
        call.costCode().orElse(null), call.externalReference().orElse(null), call.contractor().orElse(null),
        schedule.orElse(null), call.isDayRate()), status, current.agent().name());
    current.orderCreated(order.order());
    return order;
  }

  private String reason(Site site, String text) {
    return referenceData.reason(site.client(), text).orElseThrow(() ->
        new InvalidFieldsException("reason", "Reason code must be one of the client's: "
            + referenceData.reasonCodes(site.client()).stream().map(ReasonCode::label).collect(Collectors.joining(", "))
            + "."));
  }

  /**
   * Has calls that may be about the same thing logged one after another: of two at the same instant neither would see the
   * other's order. Orders the system makes of others are confirmed and do not wait; they hold rows a call may wait for.
   */
  private void takeTurns(Site site, String workType, Optional<String> asset) {
    Stream.concat(
            Stream.of("work type\n" + site.code() + "\n" + workType),
            asset.map(name -> "asset\n" + site.code() + "\n" + name.toLowerCase(Locale.ROOT)).stream())
        // always in the same order, or two calls could wait for each other
        .sorted()
        .forEach(subject -> jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0)) is null")
            .param(subject).query(Boolean.class).single());
  }
}
