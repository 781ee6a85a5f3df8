package org.jobline.documents.printing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jobline.lifecycle.visit.Visit;
import org.jobline.lifecycle.visit.VisitService;
import org.jobline.order.Journal;
import org.jobline.order.OrderEvent;
import org.jobline.referencedata.contractor.Contractor;
import org.jobline.referencedata.contractor.ContractorService;
import org.jobline.referencedata.estate.Client;
import org.jobline.referencedata.estate.Priority;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.referencedata.estate.Site;
import org.jobline.referencedata.estate.WorkType;
import org.jobline.workorder.Schedule;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** What stands in the papers, by the names their templates use; times are those of the site. */
@Component
class PaperContent {

  /** What an agent wrote in his own words. */
  private static final List<String> WORDS = List.of("text", "whatWasDone", "reason", "details", "notes");

  private static final Pattern ADDRESS = Pattern.compile(" <[^<>@]+@[^<>]+>");

  private final ReferenceData referenceData;
  private final ContractorService contractors;
  private final VisitService visits;
  private final Journal journal;
  private final List<CostSummaryPart> costs;
  private final ObjectMapper json;
  private final Clock clock;

  PaperContent(
      ReferenceData referenceData, ContractorService contractors, VisitService visits, Journal journal,
      List<CostSummaryPart> costs, ObjectMapper json, Clock clock) {
    this.referenceData = referenceData;
    this.contractors = contractors;
    this.visits = visits;
    this.journal = journal;
    this.costs = costs;
    this.json = json;
    this.clock = clock;
  }

  /** A line of a table. */
  record Fact(String label, String value) {}

  record Section(String heading, List<CostSummaryPart.Line> lines) {}

  record Entry(String at, String label, String agent, String status, String summary, List<String> words) {}

  record Attendance(String engineer, int attending, String start, String stop, String outcome) {}

  Map<String, Object> head(WorkOrder order) {
    Site site = site(order);
    return Map.of(
        "number", order.number().value(),
        "status", order.status().toString(),
        "site", site.name() + ", " + site.address() + ", " + site.postcode(),
        "printed", time(clock.instant(), site.timeZone()) + " (" + site.timeZone().getId() + ")");
  }

  Map<String, Object> orderSheet(WorkOrder order) {
    ZoneId zone = site(order).timeZone();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Client", referenceData.client(order.client()).map(Client::name).orElse(""));
    facts.put("Site", site(order).name() + "\n" + site(order).address() + "\n" + site(order).postcode());
    facts.put("Contact", Stream.of(order.contactName(), order.contactPhone()).filter(part -> part != null)
        .reduce((name, phone) -> name + ", " + phone).orElse(""));
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
    facts.put("ETA", order.eta().map(eta -> time(eta, zone)).orElse(null));
    facts.put("Logged", time(order.loggedAt(), zone));
    facts.put("Completed", order.completedAt().map(at -> time(at, zone)).orElse(null));
    return Map.of(
        "facts", facts.entrySet().stream().filter(fact -> fact.getValue() != null)
            .map(fact -> new Fact(fact.getKey(), fact.getValue())).toList(),
        "visits", visits.of(order.number()).stream().map(visit -> attendance(visit, zone)).toList());
  }

  private static Attendance attendance(Visit visit, ZoneId zone) {
    return new Attendance(
        Optional.ofNullable(visit.engineer()).or(() -> Optional.ofNullable(visit.reportedBy())).orElse(""),
        visit.attending(), time(visit.startedAt(), zone),
        visit.stoppedAt() == null ? "on site" : time(visit.stoppedAt(), zone),
        Optional.ofNullable(visit.outcome()).orElse(""));
  }

  Map<String, Object> costSummary(WorkOrder order, Audience audience) {
    return Map.of("sections", costs.stream()
        .map(part -> new Section(part.heading(), part.lines(order.order(), audience)))
        .filter(section -> !section.lines().isEmpty())
        .toList());
  }

  Map<String, Object> eventHistory(WorkOrder order, Audience audience) {
    ZoneId zone = site(order).timeZone();
    return Map.of("events", journal.of(order.number()).stream()
        .filter(event -> !event.isPrivate())
        .map(event -> new Entry(time(event.at(), zone), event.label(), event.agent(), status(event),
            summary(event, audience), words(event)))
        .toList());
  }

  /** Whose address is whose stays in the house. */
  private static String summary(OrderEvent event, Audience audience) {
    return audience == Audience.DESK ? event.summary() : ADDRESS.matcher(event.summary()).replaceAll("");
  }

  private static String status(OrderEvent event) {
    return event.statusAfter().equals(event.statusBefore()) || event.statusBefore() == null
        ? event.statusAfter()
        : event.statusBefore() + " → " + event.statusAfter();
  }

  private List<String> words(OrderEvent event) {
    try {
      JsonNode fields = json.readTree(event.fields());
      return WORDS.stream().map(fields::path).filter(JsonNode::isTextual).map(JsonNode::asText).toList();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Events are written as JSON", e);
    }
  }

  private Site site(WorkOrder order) {
    return referenceData.site(order.site()).orElseThrow();
  }

  private static String schedule(Schedule schedule, ZoneId zone) {
    return switch (schedule.kind()) {
      case UP_TO -> schedule.to() == null ? "as soon as agreed" : "by " + time(schedule.to(), zone);
      case EXACT -> "at " + time(schedule.start(), zone);
      case START_AND_FINISH -> "between " + time(schedule.start(), zone) + " and " + time(schedule.finish(), zone);
    };
  }

  private static String time(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.UK).format(instant.atZone(zone));
  }
}
