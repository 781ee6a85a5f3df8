package org.jobline.lifecycle.conversion;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jobline.action.ActionLog;
import org.jobline.action.Agent;
import org.jobline.action.Intake;
import org.jobline.action.Submission;
import org.jobline.order.ActionPerformed;
import org.jobline.order.Journal;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.OrderType;
import org.jobline.order.PersonalValue;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes an order one of another type (domain/agent-actions.md, convert): this one ends, a new one goes on with its
 * details, notes and documents.
 */
@Service
class OrderConversionService {

  private final WorkOrders orders;
  private final Intake intake;
  private final ReferenceData referenceData;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final ActionLog log;
  private final Clock clock;

  OrderConversionService(
      WorkOrders orders, Intake intake, ReferenceData referenceData, Journal journal, ApplicationEventPublisher events,
      ActionLog log, Clock clock) {
    this.orders = orders;
    this.intake = intake;
    this.referenceData = referenceData;
    this.journal = journal;
    this.events = events;
    this.log = log;
    this.clock = clock;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void convert(OrderNumber number, OrderType type) {
    WorkOrder order = orders.lock(number);
    OrderNumber target =
        log.suspendedDuring(() -> intake.log(Agent.SYSTEM, type, Submission.of(details(order))));
    carryNotes(number, orders.lock(target).order());
    order.order().cancel(clock.instant());
    events.publishEvent(new OrderConverted(number, target));
  }

  private Map<String, Object> details(WorkOrder order) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("site", order.site());
    details.put("workType", order.workType());
    details.put("priority", order.priority());
    details.put("description", order.description());
    details.put("contactName", order.contactName());
    details.put("contactPhone", order.contactPhone());
    details.put("location", order.location());
    details.put("equipment", order.equipment());
    details.put("symptom", order.symptom());
    // a code the client has given up since then goes no further
    details.put("reason", Optional.ofNullable(order.reason())
        .flatMap(reason -> referenceData.reason(order.client(), reason)).orElse(null));
    details.put("costCode", order.costCode());
    details.put("externalReference", order.externalReference());
    details.put("confirmDuplicate", true);
    details.values().removeIf(value -> value == null);
    return details;
  }

  /** Each note with its writer and its time; a private one stays private. */
  private void carryNotes(OrderNumber number, Order target) {
    journal.of(number).stream()
        .filter(event -> event.action().startsWith("add-notes"))
        .forEach(note -> journal.append(target, new ActionPerformed(
            note.at(), note.agent(), note.channel(), note.spokeTo(), note.action(), note.label(),
            target.status().code().value(), note.summary() + " (carried over from " + number + ")", note.isPrivate(),
            note.fields(), Set.of(),
            note.personal().stream().map(PersonalValue::value).collect(Collectors.toSet()))));
  }
}
