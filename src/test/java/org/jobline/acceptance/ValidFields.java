package org.jobline.acceptance;

import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jobline.action.Agent;
import org.jobline.fixture.Given;
import org.jobline.fixture.Types;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.lifecycle.visit.Visit;
import org.jobline.lifecycle.visit.VisitService;
import org.jobline.order.OrderNumber;
import org.jobline.referencedata.contractor.Contractor;
import org.jobline.referencedata.contractor.ContractorService;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an agent who knows the rules fills into a form, one possibility among many. Knows the estate of the tests. A test
 * that imports it has an estate apart from the others: what chance leaves there is in nobody's way.
 */
class ValidFields {

  /** The forms orders are logged with: there is no order yet that could have them. */
  static final Set<String> LOGGING = Set.of("log-work-order", "log-quote", "create-purchasing-order");

  private static final Set<String> OF_QUOTES = Set.of(
      "write-specification", "set-schedule", "change-specification", "request-quotes", "provide-quote", "select-quote",
      "deselect-quote");

  private static final List<String> TEXTS = List.of(
      "cold again", "O'Neill; drop table work_order --", "<b>bold</b><script>alert(1)</script>", "Ünïcödé ✓ 暖房",
      "two\nlines", "{\"json\": [1]}", "${1+1}", "[reason] must be x. [notes] too");

  private final Given given;
  private final ContractorService contractors;
  private final WorkOrders orders;
  private final VisitService visits;
  private final JdbcClient jdbc;
  private final Clock clock;
  private Agent uploader;

  ValidFields(
      Given given, ContractorService contractors, WorkOrders orders, VisitService visits, JdbcClient jdbc,
      Clock clock) {
    this.given = given;
    this.contractors = contractors;
    this.orders = orders;
    this.visits = visits;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Fields that the order must accept now; empty when a rule beyond the form leaves nothing to choose. */
  Optional<Map<String, Object>> of(String action, OrderNumber number, Random random) {
    return of(Given.AGENT, action, number, random);
  }

  /** The same for an agent who has to upload what he files. */
  Optional<Map<String, Object>> of(Agent agent, String action, OrderNumber number, Random random) {
    uploader = agent;
    WorkOrder order = orders.get(number);
    Map<String, Object> extras = extras(action, random);
    return required(action, order, random).map(fields -> but(fields, pairs(extras)));
  }

  private Optional<Map<String, Object>> required(String action, WorkOrder order, Random random) {
    if (action.startsWith("po-")) {
      // of purchasing orders: a work order never has it, whatever is submitted
      return Optional.of(with());
    }
    if (OF_QUOTES.contains(action) && !order.type().equals(Types.QUOTE)) {
      return Optional.of(with());
    }
    return switch (action) {
      case "allocate-resource" -> Optional.of(allocation(order, random));
      case "answer-authorisation-question" -> Optional.of(with("answer", text(random)));
      case "authorise" -> Optional.of(decision(random));
      case "assign" -> Optional.of(random.nextBoolean()
          ? with("how", "by e-mail") : with("how", "by phone", "spokeTo", text(random)));
      case "accept-job" -> Optional.of(random.nextBoolean() ? with() : with("eta", in(Duration.ofHours(3))));
      case "add-notes-public", "add-notes-private" -> Optional.of(with("text", text(random)));
      case "certificates" -> Optional.of(certificate(given.order(order.number()), random));
      case "documents" -> Optional.of(document(given.order(order.number()), random));
      case "work-order-documents" -> Optional.of(paper(order, random));
      case "cancel-job", "no-answer" -> Optional.of(with());
      case "change-resource" -> another(order, random).map(contractor -> with("resource", contractor));
      case "eta-provided" -> Optional.of(with("eta", in(Duration.ofHours(2))));
      case "information" -> Optional.of(with("kind", kind(order, random), "text", text(random)));
      case "make-cis" -> cis(order);
      case "convert" -> Optional.empty();
      case "link-create" -> Optional.of(with("type", "REACTIVE", "description", text(random)));
      case "buy-for-order" -> Optional.of(with("lines", "- \"Spare part\" 1 12.50 20 -"));
      case "link-existing" -> unlinked(order).map(other -> with(
          "order", other, "relation", List.of("related", "follow-on", "duplicate of").get(random.nextInt(3))));
      case "remove-link" -> jdbc.sql("""
          select id::text from order_link l where :self in (order_number, other_number)
            and relation not in ('converted from', 'batched in')
            and not exists (select from orders o where o.lock_profile is not null
              and o.number in (l.order_number, l.other_number) and o.number <> :self)
          order by id limit 1""")
          .param("self", order.number().value()).query(String.class).optional()
          .map(link -> with("link", link, "reason", text(random)));
      case "edit-work-order" -> Optional.of(with("location", "Room " + random.nextInt(1_000_000)));
      case "change-details-caller" -> Optional.of(with("contactName", "Caller " + random.nextInt(1_000_000)));
      case "change-details-reason" -> Optional.of(with("reason", "TEAR".equals(order.reason()) ? "ABUSE" : "TEAR"));
      case "change-details-mark-up" -> Optional.of(with("markUp", (1 + random.nextInt(9_999)) / 100.0));
      case "change-details-capital-budget" -> Optional.of(with(
          "capitalCode", "CAP-3".equals(order.capitalCode()) ? "CAP-2" : "CAP-3"));
      case "set-estimate" -> isZeroForEver(order) || staged(order).signum() > 0 ? Optional.empty() : Optional.of(with(
          "labour", random.nextInt(300), "parts", random.nextBoolean() ? 12.5 : null, "attendees", 2));
      case "edit-delivery-charge" -> isZeroForEver(order) ? Optional.empty()
          : Optional.of(with("amount", random.nextInt(40)));
      case "batch-release" -> Optional.of(with(
          "orders", random.nextBoolean() ? List.of(order.number().value()) : null));
      case "amend-start-stop-times" -> amendment(order, random);
      case "meter-reading" -> meterReading(order, random);
      case "edit-notifications" -> Optional.of(with(
          "type", "DELAY", "what", isDelayActive(order) ? "reset" : "activate", "message", text(random)));
      case "provide-feedback" -> Optional.of(with("rating", 1 + random.nextInt(5), "who", text(random)));
      case "request-additional-engineers" -> moreEngineers(order, random.nextBoolean() ? "STD" : "SPEC");
      case "additional-engineers-decision" -> Optional.of(random.nextBoolean()
          ? with("decision", "refuse", "decidedBy", text(random))
          : with("decision", "accept", "visits", "all visits", "decidedBy", text(random)));
      case "recall-job" -> Optional.of(with("priority", random.nextBoolean() ? "P1" : "P2", "why", text(random)));
      case "reference-provided" -> Optional.of(with("reference", "REF-" + random.nextInt(1000)));
      case "reinstate" -> Optional.of(but(reinstatement(order, random),
          "authorisation", wasRefused(order) ? "re-enter" : null));
      case "remote-fix" -> Optional.of(random.nextBoolean()
          ? with("whatWasDone", text(random)) : with("whatWasDone", text(random), "cost", random.nextInt(3) * 10.5));
      case "request-eta" -> Optional.of(random.nextBoolean()
          ? with("by", "e-mail") : with("by", "phone", "spokeTo", "Dispatch"));
      case "resource-unable-to-accept" -> Optional.of(with("callerName", text(random), "reason", "No capacity"));
      case "edit-staged-payments" -> Optional.of(with("stages", random.nextBoolean() ? null
          : "2020-01-01 100.00\n2199-12-31 150.75"));
      case "record-invoice" -> Optional.of(but(
          order.isCis() ? with("labour", 30.05, "materials", 9) : with("net", 40.5),
          "invoiceNumber", "I-" + random.nextInt(), "dated", clock.instant().toString().substring(0, 10),
          "vat", order.isCis() ? 7.81 : 8.1));
      case "resolve-invoice-mismatch" -> Optional.of(random.nextBoolean()
          ? with("decision", "accept") : with("decision", "reject", "reason", text(random)));
      case "unmark-final-invoice" -> Optional.of(with("reason", text(random)));
      case "set-accrual-to-zero" -> isZeroForEver(order) || isInvoiced(order)
          ? Optional.empty() : Optional.of(with("confirm", true));
      case "set-fixed-cost" -> isZeroForEver(order) ? Optional.empty() : Optional.of(cost(staged(order), random));
      case "start-job-admin" -> Optional.of(but(
          conditions(order), "reportedBy", text(random), "start", clock.instant().toString(), "attending", 1));
      case "start-job-field-team" -> Optional.of(but(conditions(order), "engineer", text(random), "attending", 1));
      case "stop-job" -> Optional.of(stop(random));
      case "stop-job-work-not-completed" -> Optional.of(with("reason", "No access", "notes", text(random)));
      default -> throw new IllegalStateException("Say here what is valid for " + action);
    };
  }

  private Map<String, Object> allocation(WorkOrder order, Random random) {
    Optional<String> contractor = another(order, random);
    Map<String, Object> schedule = schedule(random);
    return switch (random.nextInt(3)) {
      case 0 -> schedule;
      case 1 -> contractor.map(code -> with("resource", code)).orElse(schedule);
      default -> contractor.map(code -> but(schedule, "resource", code)).orElse(schedule);
    };
  }

  /** Also what a new order may be logged with. */
  Map<String, Object> schedule(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> with("scheduleKind", "up to SLA");
      case 1 -> with("scheduleKind", "up to SLA", "scheduleTo", in(Duration.ofDays(2)));
      case 2 -> with("scheduleKind", "exact", "scheduleFrom", in(Duration.ofHours(1)));
      default -> with("scheduleKind", "start and finish",
          "scheduleFrom", in(Duration.ofHours(1)), "scheduleTo", in(Duration.ofHours(5)));
    };
  }

  private Optional<String> another(WorkOrder order, Random random) {
    Set<String> excluded = new HashSet<>(order.refusedBy());
    order.contractor().ifPresent(excluded::add);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
    List<String> open = contractors.ranked(order.client(), order.site(), order.workType(), today, excluded).stream()
        .map(ranked -> ranked.contractor().code())
        .toList();
    return open.isEmpty() ? Optional.empty() : Optional.of(open.get(random.nextInt(open.size())));
  }

  private static String kind(WorkOrder order, Random random) {
    String status = order.status().code().value();
    if (random.nextInt(3) == 0) {
      return "for the record";
    }
    return Set.of("1.00", "1.02", "1.04").contains(status) ? "information required"
        : status.equals("1.01") ? "information given"
        : "for the record";
  }

  private Optional<Map<String, Object>> cis(WorkOrder order) {
    if (order.isCis()) {
      return Optional.of(with("confirm", true, "remove", true));
    }
    boolean registered = order.contractor().flatMap(contractors::find).map(Contractor::isRegisteredForCis)
        .orElse(false);
    return registered ? Optional.of(with("confirm", true)) : Optional.empty();
  }

  /** The same times again: what lies between the visits of a random order is anybody's guess. */
  private Optional<Map<String, Object>> amendment(WorkOrder order, Random random) {
    return visits.of(order.number()).stream().findFirst()
        .filter(visit -> !visit.startedAt().equals(visit.stoppedAt())).map(visit -> with(
        "visit", visit.id().toString(), "start", visit.startedAt().toString(),
        "stop", visit.stoppedAt() == null ? null : visit.stoppedAt().toString(), "reason", text(random)));
  }

  private Optional<Map<String, Object>> moreEngineers(WorkOrder order, String rateGroup) {
    int total = 2 + jdbc.sql("""
        select coalesce(max(engineers), 0) from engineers_request
        where order_number = ? and rate_group = ? and not lapsed""")
        .params(order.number().value(), rateGroup).query(Integer.class).single();
    return total > 99 ? Optional.empty() : Optional.of(with("rateGroup", rateGroup, "total", total));
  }

  private Optional<String> unlinked(WorkOrder order) {
    return jdbc.sql("""
        select number from orders o where number <> :self and lock_profile is null
          and not exists (select from order_link
            where :self in (order_number, other_number) and o.number in (order_number, other_number))
        order by number limit 1""")
        .param("self", order.number().value()).query(String.class).optional();
  }

  private Optional<Map<String, Object>> meterReading(WorkOrder order, Random random) {
    return jdbc.sql("select code from meter where site = ? order by code limit 1").param(order.site())
        .query(String.class).optional()
        .filter(meter -> jdbc.sql("select count(*) from meter_reading where meter = ? and read_at >= ?")
            .params(meter, Timestamp.from(clock.instant())).query(Long.class).single() == 0)
        .map(meter -> with("what", "add", "meter", meter, "value", random.nextInt(1000), "replaced", true,
            "readAt", clock.instant().toString()));
  }

  private boolean isDelayActive(WorkOrder order) {
    return jdbc.sql("select exists (select from active_notification where order_number = ?)")
        .param(order.number().value()).query(Boolean.class).single();
  }

  private boolean isZeroForEver(WorkOrder order) {
    return jdbc.sql("select set_to_zero from order_cost where order_number = ?")
        .param(order.number().value()).query(Boolean.class).single();
  }

  private BigDecimal staged(WorkOrder order) {
    return jdbc.sql("select coalesce(sum(amount), 0) from staged_payment where order_number = ?")
        .param(order.number().value()).query(BigDecimal.class).single();
  }

  private boolean isInvoiced(WorkOrder order) {
    return jdbc.sql("select exists (select from invoice where order_number = ? and state <> 'rejected')")
        .param(order.number().value()).query(Boolean.class).single();
  }

  /** At least what is staged, of which there is never more than the second. */
  private static Map<String, Object> cost(BigDecimal staged, Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> with("amount", staged);
      case 1 -> with("amount", 250.75);
      default -> with("amount", 10_000, "sure", true);
    };
  }

  private Map<String, Object> decision(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> with("decision", "authorise", "reference", "AU-1", "reason", text(random), "expenditure", "revenue");
      case 1 -> with("decision", "refuse", "reference", "AU-1", "reason", text(random));
      case 2 -> with("decision", "on hold", "onHoldUntil", in(Duration.ofHours(1)));
      default -> with("decision", "information required", "question", text(random));
    };
  }

  private Map<String, Object> document(OrderUnderTest order, Random random) {
    List<String> present = jdbc.sql("""
        select d.id::text from document d where d.order_number = ? and d.removed_at is null
          and not exists (select from certificate c where c.document = d.id)""")
        .param(order.number().value()).query(String.class).list();
    String chosen = present.isEmpty() ? null : present.get(random.nextInt(present.size()));
    return switch (chosen == null ? 0 : random.nextInt(4)) {
      case 0 -> with("what", "add", "file", order.upload(uploader, "a.txt", "a" + random.nextInt()),
          "type", random.nextBoolean() ? "Gas safety certificate" : "Photograph",
          "title", random.nextBoolean() ? null : "Zoë <b>");
      case 1 -> with("what", "edit details", "document", chosen, "title", "No. " + random.nextInt());
      case 2 -> with("what", "replace", "document", chosen, "file", order.upload(uploader, "b.txt", "b" + random.nextInt()));
      default -> with("what", "remove", "document", chosen, "reason", text(random));
    };
  }

  private Map<String, Object> certificate(OrderUnderTest order, Random random) {
    List<String> present = jdbc.sql("select id::text from certificate where order_number = ? and deleted_at is null")
        .param(order.number().value()).query(String.class).list();
    return !present.isEmpty() && random.nextBoolean()
        ? with("what", "delete", "certificate", present.get(0), "reason", text(random))
        : with("what", "add", "type", "Gas safety certificate", "number", "C-" + random.nextInt(),
            "issuedOn", order.ago(Duration.ofDays(2)).substring(0, 10),
            "validTo", order.in(Duration.ofDays(300)).substring(0, 10),
            "result", random.nextBoolean() ? "pass" : "fail", "file", order.upload(uploader, "c.txt", "c" + random.nextInt()));
  }

  private static Map<String, Object> paper(WorkOrder order, Random random) {
    String kind = List.of("order sheet", "cost summary", "event history").get(random.nextInt(3));
    return switch (random.nextInt(3)) {
      case 0 -> with("kind", kind, "mailTo", List.of("contact"));
      case 1 -> with("kind", kind, "filed", true,
          "mailTo", order.contractor().isPresent() ? List.of("resource") : null);
      default -> with("kind", kind, "filed", true);
    };
  }

  private static Map<String, Object> conditions(WorkOrder order) {
    return but(with(),
        "asbestosRead", order.site().equals("OLD") ? true : null,
        "permitNumber", order.workType().equals("HOT") ? "PTW-1" : null);
  }

  private Map<String, Object> stop(Random random) {
    Map<String, Object> stop = with("stoppedAt", clock.instant().toString(),
        "partsCost", random.nextInt(4) == 0 ? 12.5 : null);
    return random.nextBoolean()
        ? but(stop, "outcome", "completed")
        : but(stop, "outcome", "revisit required", "reasons", List.of("parts", "time"),
            "temporaryFix", random.nextBoolean());
  }

  private Map<String, Object> reinstatement(WorkOrder order, Random random) {
    if (order.contractor().isEmpty() || random.nextInt(3) > 0) {
      return with("how", "to previous status");
    }
    Instant start = visits.of(order.number()).stream().map(Visit::stoppedAt).filter(Objects::nonNull).max(Instant::compareTo)
        .filter(clock.instant().minus(Duration.ofHours(1))::isBefore)
        .orElseGet(() -> clock.instant().minus(Duration.ofHours(1)));
    return but(stop(random), "how", "with visit", "engineer", "Eve", "start", start.toString(), "attending", 1);
  }

  /** Whether it was cancelled because its cost was not authorised, and nobody has brought it back since. */
  private boolean wasRefused(WorkOrder order) {
    return jdbc.sql("""
        select order_cancelled and reinstated_with is null from authorisation_request
        where order_number = ? order by id desc limit 1""")
        .param(order.number().value()).query(Boolean.class).optional().orElse(false);
  }

  private static Map<String, Object> extras(String action, Random random) {
    boolean has = random.nextInt(4) == 0 && !action.startsWith("add-notes") && !action.endsWith("not-completed");
    return has ? with("notes", text(random)) : with();
  }

  private static Object[] pairs(Map<String, Object> fields) {
    return fields.entrySet().stream()
        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
        .toArray();
  }

  private String in(Duration time) {
    return clock.instant().plus(time).toString();
  }

  static String text(Random random) {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }
}
