package org.jobline.documents.printing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jobline.order.Journal;
import org.jobline.order.Order;
import org.jobline.order.OrderEvent;
import org.jobline.platform.time.WrittenTime;
import org.jobline.referencedata.estate.Client;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.referencedata.estate.Site;
import org.springframework.stereotype.Component;

/** What stands in the papers, by the names their templates use; times are those of the site. */
@Component
class PaperContent {

  /** What an agent wrote in his own words. */
  private static final List<String> WORDS = List.of("text", "whatWasDone", "reason", "details", "notes");

  private static final Pattern ADDRESS = Pattern.compile(" <[^<>@]+@[^<>]+>");

  private final WorkOnPaper work;
  private final PurchasesOnPaper purchases;
  private final ReferenceData referenceData;
  private final Journal journal;
  private final List<CostSummaryPart> costs;
  private final ObjectMapper json;
  private final Clock clock;

  PaperContent(
      WorkOnPaper work, PurchasesOnPaper purchases, ReferenceData referenceData, Journal journal,
      List<CostSummaryPart> costs, ObjectMapper json, Clock clock) {
    this.work = work;
    this.purchases = purchases;
    this.referenceData = referenceData;
    this.journal = journal;
    this.costs = costs;
    this.json = json;
    this.clock = clock;
  }

  /** A line of a table. */
  record Fact(String label, String value) {}

  record Section(String heading, List<CostSummaryPart.Line> lines) {}

  record Entry(String at, String label, String agent, String status, String summary, List<String> words) {}

  Map<String, Object> head(Order order) {
    Site site = site(order);
    return Map.of(
        "number", order.number().value(),
        "site", site.name() + ", " + site.address() + ", " + site.postcode(),
        "printed", WrittenTime.minute(clock.instant(), site.timeZone()) + " (" + site.timeZone().getId() + ")");
  }

  /** In which the times of its papers are. */
  ZoneId zone(Order order) {
    return site(order).timeZone();
  }

  /** On lines of its own: name, address and postcode. */
  String siteAddress(Order order) {
    return site(order).name() + "\n" + site(order).address() + "\n" + site(order).postcode();
  }

  String contact(Order order) {
    return Stream.of(order.contactName(), order.contactPhone()).filter(part -> part != null)
        .collect(Collectors.joining(", "));
  }

  Map<String, Object> orderSheet(Order order) {
    ZoneId zone = site(order).timeZone();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Client", referenceData.client(order.client()).map(Client::name).orElse(""));
    facts.put("Site", siteAddress(order));
    facts.put("Contact", contact(order));
    facts.putAll(work.facts(order, zone));
    facts.put("Logged", WrittenTime.minute(order.loggedAt(), zone));
    facts.put("Completed", order.completedAt().map(at -> WrittenTime.minute(at, zone)).orElse(null));
    return Map.of(
        "facts", facts.entrySet().stream().filter(fact -> fact.getValue() != null)
            .map(fact -> new Fact(fact.getKey(), fact.getValue())).toList(),
        "visits", work.attendances(order, zone),
        "bought", purchases.items(order));
  }

  Map<String, Object> costSummary(Order order, Audience audience) {
    return Map.of("sections", costs.stream()
        .map(part -> new Section(part.heading(), part.lines(order, audience)))
        .filter(section -> !section.lines().isEmpty())
        .toList());
  }

  Map<String, Object> quoteComparison(Order order) {
    return work.quotes(order);
  }

  Map<String, Object> eventHistory(Order order, Audience audience) {
    ZoneId zone = site(order).timeZone();
    return Map.of("events", journal.of(order.number()).stream()
        .filter(event -> !event.isPrivate())
        .map(event -> new Entry(WrittenTime.minute(event.at(), zone), event.label(), event.agent(), status(event),
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

  private Site site(Order order) {
    return referenceData.site(order.site()).orElseThrow();
  }
}
