package org.jobline.visit;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jobline.action.Choice;
import org.jobline.action.PickList;
import org.jobline.estate.Estate;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** The attendances of an order, by their times. */
@Component
class VisitPickList implements PickList {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.UK);

  private final Visits visits;
  private final Estate estate;

  VisitPickList(Visits visits, Estate estate) {
    this.visits = visits;
    this.estate = estate;
  }

  @Override
  public String name() {
    return "orderVisits";
  }

  @Override
  public List<Choice> choices(Optional<WorkOrder> order, String text, int limit) {
    return order.stream().flatMap(present -> {
      ZoneId zone = estate.site(present.site()).orElseThrow().timeZone();
      return visits.of(present.number()).stream().map(visit -> new Choice(visit.id().toString(),
          TIME.format(visit.startedAt().atZone(zone)) + " – "
              + (visit.isOpen() ? "on site" : TIME.format(visit.stoppedAt().atZone(zone)))));
    }).limit(limit).toList();
  }

  @Override
  public Optional<Choice> find(Optional<WorkOrder> order, String value) {
    return choices(order, "", Integer.MAX_VALUE).stream()
        .filter(choice -> choice.value().equals(value) || choice.label().equals(value))
        .findFirst();
  }

  @Override
  public String expectation() {
    return "must be one of the visits of this order";
  }
}
