package org.jobline.documents.printing;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobline.lifecycle.visit.Visit;
import org.jobline.lifecycle.visit.VisitService;
import org.jobline.order.Order;
import org.jobline.platform.time.WrittenTime;
import org.jobline.referencedata.contractor.Contractor;
import org.jobline.referencedata.contractor.ContractorService;
import org.jobline.referencedata.estate.Priority;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.referencedata.estate.WorkType;
import org.jobline.workorder.Schedule;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the order sheet says of the work; nothing where the order is for none. */
@Component
class WorkOnPaper {

  private final WorkOrders workOrders;
  private final ReferenceData referenceData;
  private final ContractorService contractors;
  private final VisitService visits;
  private final QuoteComparison quotes;

  WorkOnPaper(
      WorkOrders workOrders, ReferenceData referenceData, ContractorService contractors, VisitService visits,
      QuoteComparison quotes) {
    this.workOrders = workOrders;
    this.referenceData = referenceData;
    this.contractors = contractors;
    this.visits = visits;
    this.quotes = quotes;
  }

  /** What contractors quoted for it, side by side. */
  Map<String, Object> quotes(Order order) {
    return quotes.of(order);
  }

  record Attendance(String engineer, int attending, String start, String stop, String outcome) {}

  /** By label; what is null is not known. */
  Map<String, @Nullable String> facts(Order order, ZoneId zone) {
    Map<String, @Nullable String> facts = new LinkedHashMap<>();
    workOrders.find(order).ifPresent(work -> add(facts, work, zone));
    return facts;
  }

  private void add(Map<String, @Nullable String> facts, WorkOrder order, ZoneId zone) {
    facts.put("Work type", referenceData.workType(order.workType()).map(WorkType::name).orElse(""));
    facts.put("Priority", referenceData.priority(order.priority()).map(Priority::label).orElse(""));
    facts.put("Description", order.description());
    facts.put("Location", order.location());
    facts.put("Equipment", order.equipment());
    facts.put("Symptom", order.symptom());
    facts.put("Client's reference", order.externalReference());
    facts.put("Schedule", order.schedule().map(schedule -> schedule(schedule, zone)).orElse("not set yet"));
    facts.put("Contractor",
        order.contractor().flatMap(contractors::find).map(Contractor::name).orElse("not allocated yet"));
    facts.put("Contractor's reference", order.contractorReference());
    facts.put("ETA", order.eta().map(eta -> WrittenTime.minute(eta, zone)).orElse(null));
  }

  private static String schedule(Schedule schedule, ZoneId zone) {
    return switch (schedule.kind()) {
      case UP_TO -> schedule.to() == null ? "as soon as agreed" : "by " + WrittenTime.minute(schedule.to(), zone);
      case EXACT -> "at " + WrittenTime.minute(schedule.start(), zone);
      case START_AND_FINISH -> "between " + WrittenTime.minute(schedule.start(), zone) + " and "
          + WrittenTime.minute(schedule.finish(), zone);
    };
  }

  List<Attendance> attendances(Order order, ZoneId zone) {
    return visits.of(order.number()).stream().map(visit -> attendance(visit, zone)).toList();
  }

  private static Attendance attendance(Visit visit, ZoneId zone) {
    return new Attendance(
        Optional.ofNullable(visit.engineer()).or(() -> Optional.ofNullable(visit.reportedBy())).orElse(""),
        visit.attending(), WrittenTime.minute(visit.startedAt(), zone),
        visit.stoppedAt() == null ? "on site" : WrittenTime.minute(visit.stoppedAt(), zone),
        Optional.ofNullable(visit.outcome()).orElse(""));
  }
}
