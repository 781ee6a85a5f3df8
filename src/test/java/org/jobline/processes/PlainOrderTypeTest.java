package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.jobline.fixture.ApiClient.post;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.jobline.action.Agent;
import org.jobline.action.AwaitingAuthorisationException;
import org.jobline.action.NotPermittedException;
import org.jobline.action.Submission;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.fixture.Supplies;
import org.jobline.order.OrderNumber;
import org.jobline.order.PriceRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** An order that is for no work, with a price of its own, is an order like any other. */
@HelpdeskTest
class PlainOrderTypeTest {

  private static final Agent FINANCE = new Agent("fiona", Set.of("finance"));
  private static final Agent MANAGER = new Agent("manager", Set.of("manager"));
  private static final Agent ADMIN = new Agent("admin", Set.of("admin"));
  private static final Agent BOTH = new Agent("bess", Set.of("helpdesk", "finance"));
  private static final Map<String, Object> AUTHORISE =
      with("decision", "authorise", "reference", "AU-7", "expenditure", "revenue");
  private static final Map<String, Object> REFUSE =
      with("decision", "refuse", "reference", "AU-8", "reason", "Too dear");

  private final Given given;
  private final ApiClient api;
  private final TaskService tasks;
  private final IdentityService identity;
  private final JdbcClient jdbc;
  private final Supplies supplies;
  private final List<OrderUnderTest> logged = new ArrayList<>();
  private String deployment;

  PlainOrderTypeTest(
      Given given, ApiClient api, TaskService tasks, IdentityService identity, JdbcClient jdbc, Supplies supplies) {
    this.given = given;
    this.api = api;
    this.tasks = tasks;
    this.identity = identity;
    this.jdbc = jdbc;
    this.supplies = supplies;
  }

  @BeforeEach
  void deploySupplies() {
    deployment = supplies.deploy();
    User user = identity.newUser("fiona");
    user.setFirstName("Fiona");
    user.setLastName("Test");
    user.setEmail("fiona@desk.example");
    user.setPassword("Sesame-open-1");
    identity.saveUser(user);
    identity.createMembership("fiona", "finance");
  }

  /** Other tests look at all orders there are: none stays behind that waits for a process it has no more. */
  @AfterEach
  void withdrawThem() {
    logged.forEach(order -> {
      if (order.order().locked()) {
        order.perform(FINANCE, "authorise", REFUSE);
      }
      if (order.order().status().code().stage() == 0 && order.order().cancelledAt().isEmpty()) {
        order.perform("handle-supply", with("what", "cancel"));
      }
    });
    identity.deleteUser("fiona");
    supplies.withdraw(deployment);
  }

  private OrderUnderTest aSupply(Object... more) {
    ApiClient.Answer answer = api.call(post("/api/work-orders", Given.but(with(
        "type", "SUPPLY", "site", "HQ", "contactName", "Wilhelmina Pym", "goods", "Twelve quarterturn valves",
        "total", 120), more)));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    logged.add(given.order(new OrderNumber(String.valueOf(answer.content().get("number")))));
    return logged.get(logged.size() - 1);
  }

  private static OrderUnderTest priced(OrderUnderTest order, Object total) {
    return order.perform("handle-supply", with("what", "price", "total", total));
  }

  private static String of(OrderUnderTest order, String part) {
    return "/api/work-orders/" + order.number() + part;
  }

  private JsonNode seen(OrderUnderTest order) {
    return api.get(of(order, ""));
  }

  private void assertVerified(OrderUnderTest order) {
    JsonNode verified = api.get(MANAGER, of(order, "/events/verify"));
    assertThat(verified.path("valid").asBoolean()).as(verified.toString()).isTrue();
    assertThat(verified.path("differences")).as(verified.toString()).isEmpty();
  }

  private List<String> listed(String query) {
    return api.get("/api/work-orders?size=200&" + query).path("items").findValuesAsText("number");
  }

  @Test
  void it_is_logged_and_shown_with_what_it_has() {
    OrderUnderTest order = aSupply();
    assertThat(order.number().value()).startsWith("SUP-");
    assertThat(order).hasStatus("0.73").hasLastEvent("book-supply").isWaitingFor("handle-supply");
    JsonNode seen = seen(order);
    assertThat(seen.path("type").asText()).isEqualTo("SUPPLY");
    assertThat(seen.path("siteName").asText()).isEqualTo("Head office");
    assertThat(seen.path("contact").path("name").asText()).isEqualTo("Wilhelmina Pym");
    assertThat(seen.path("cost").path("accrual").asText()).isEqualTo("120.00");
    assertThat(seen.path("cost").path("basis").asText()).isEqualTo("order total");
    assertThat(seen.path("visits")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"workType", "workTypeName", "priority", "priorityName", "description", "resource", "schedule",
      "dayRate", "attempts", "cis", "recalls", "sla", "engineersApproved", "batch"})
  void it_is_shown_without_what_only_work_orders_have(String part) {
    JsonNode seen = seen(aSupply());
    assertThat(seen.path(part).isMissingNode() || seen.path(part).isNull()).as(seen.toString()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"number", "type", "status", "client", "site", "workType", "priority", "resource", "eta",
      "followUp", "loggedAt", "respondDue", "fixDue", "due"})
  void lists_have_it_in_every_order(String sort) {
    String number = aSupply().number().value();
    assertThat(listed("type=SUPPLY&sort=" + sort)).contains(number);
    assertThat(listed("type=SUPPLY&sort=-" + sort)).contains(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"workType", "priority", "resource", "respondDue", "fixDue", "due"})
  void lists_have_it_last_where_they_go_by_what_it_does_not_have(String sort) {
    String building = given.aBuilding();
    String plain = aSupply("site", building).number().value();
    String work = given.aLoggedOrder("site", building, "resource", "ALPHA").number().value();
    String later = aSupply("site", building).number().value();
    String there = "site=" + building;
    assertThat(listed(there + "&sort=" + sort)).containsExactly(work, plain, later);
    assertThat(listed(there + "&sort=-" + sort)).containsExactly(work, later, plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"state=open", "status=0.7*", "status=0.x3", "site=HQ", "client=ACME", "group=helpdesk",
      "unassigned=true", "locked=false", "breached=false", "text=quarterturn", "text=valves pym", "text=quarterturns"})
  void a_filter_that_fits_finds_it(String filter) {
    String number = aSupply().number().value();
    assertThat(listed("type=supply&" + filter)).contains(number);
    assertThat(listed("type=supply&sort=due&" + filter)).contains(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"state=completed", "state=cancelled", "status=1.*", "resource=ALPHA", "workType=BOILER",
      "priority=P1", "assignee=agent", "locked=true", "breached=true", "due=today", "due=overdue", "chase=now",
      "chase=later", "text=boiler"})
  void a_filter_that_does_not_fit_leaves_it_out(String filter) {
    String number = aSupply().number().value();
    assertThat(listed("type=supply&" + filter)).doesNotContain(number);
    assertThat(listed("type=supply&sort=due&" + filter)).doesNotContain(number);
  }

  @Test
  void it_is_found_by_its_number_and_shown_in_lists_with_what_it_waits_with() {
    OrderUnderTest order = aSupply();
    String number = order.number().value();
    JsonNode row = api.get("/api/work-orders?text=" + number).at("/items/0");
    assertThat(row.path("number").asText()).isEqualTo(number);
    assertThat(row.path("tasks").get(0).asText()).isEqualTo("Handle Supply");
    assertThat(row.path("accrual").asText()).isEqualTo("120.00");
    assertThat(row.path("description").isMissingNode() || row.path("description").isNull()).isTrue();
    assertThat(listed("text=" + number.substring(4))).first().isEqualTo(number);
  }

  @Test
  void it_stands_in_the_file_for_a_spreadsheet() {
    String number = aSupply().number().value();
    assertThat(api.call(MockMvcRequestBuilders.get("/api/work-orders.csv").param("type", "SUPPLY")).body())
        .contains("\"" + number + "\",\"0.73 Pending supply\",\"SUPPLY\",\"\",\"Acme\",\"HQ Head office\",\"\",\"\",");
  }

  @Test
  void its_card_says_what_it_is_about() {
    OrderUnderTest order = aSupply();
    Task task = tasks.createTaskQuery().processInstanceBusinessKey(order.number().value()).singleResult();
    assertThat(task.getDueDate()).isNull();
    assertThat(task.getFollowUpDate()).isNull();
    assertThat(tasks.getVariable(task.getId(), "subject")).isEqualTo("Goods for HQ");
    assertThat(tasks.getVariable(task.getId(), "siteName")).isEqualTo("Head office");
    assertThat(tasks.getVariables(task.getId())).doesNotContainKey("orderPriority");
    JsonNode card = api.get("/api/task-cards?task=" + task.getId()).get(0);
    assertThat(card.path("number").asText()).isEqualTo(order.number().value());
    assertThat(card.path("statusCode").asText()).isEqualTo("0.73");
  }

  @Test
  void it_offers_what_every_order_offers_and_nothing_of_work() {
    OrderUnderTest order = aSupply();
    assertThat(order)
        .offers("handle-supply", "add-notes-public", "add-notes-private", "documents", "work-order-documents",
            "link-existing", "change-details-caller", "edit-notifications")
        .doesNotOffer("edit-work-order", "set-fixed-cost", "set-estimate", "edit-delivery-charge", "make-cis",
            "change-details-mark-up", "change-details-reason", "change-details-capital-budget", "link-create",
            "buy-for-order", "information", "meter-reading", "edit-staged-payments", "cancel-job", "convert", "allocate-resource");
    assertThat(order.notOffered(Given.AGENT))
        .anySatisfy(action -> {
          assertThat(action.key()).isEqualTo("set-fixed-cost");
          assertThat(action.why()).isEqualTo("Only work orders have this.");
        });
  }

  @Test
  void every_form_it_offers_can_be_read() {
    OrderUnderTest order = aSupply();
    List<String> offered = order.offered();
    assertThat(offered).hasSizeGreaterThan(6);
    offered.forEach(key -> assertThat(api.get(of(order, "/actions/" + key + "/form")).path("components")).isNotEmpty());
    assertThat(api.get("/api/work-orders/offers?numbers=" + order.number() + "&numbers=" + given.aLoggedOrder().number())
        .findValuesAsText("key")).contains("add-notes-public").doesNotContain("set-fixed-cost");
  }

  @Test
  void what_every_order_offers_is_done() {
    OrderUnderTest order = aSupply();
    OrderUnderTest other = given.aLoggedOrder();
    order.perform("add-notes-public", with("text", "Key at the bakery"))
        .perform("change-details-caller", with("contactName", "Nell", "contactPhone", "0113 496 0001"))
        .perform("link-existing", with("order", other.number().value(), "relation", "related"))
        .perform("edit-notifications", with("type", "DELAY", "what", "activate", "message", "an hour late"))
        .file("Report");
    assertThat(order.documents()).hasSize(1);
    JsonNode seen = seen(order);
    assertThat(seen.path("contact").path("name").asText()).isEqualTo("Nell");
    assertThat(seen.path("links").get(0).path("number").asText()).isEqualTo(other.number().value());
    assertThat(seen(other).path("links").get(0).path("number").asText()).isEqualTo(order.number().value());
    assertThat(seen.path("notifications").get(0).path("subject").asText())
        .isEqualTo("Order " + order.number() + ": update for Head office");
    assertVerified(order);
  }

  @Test
  void a_work_order_is_linked_to_it_but_does_not_log_it() {
    OrderUnderTest order = aSupply();
    OrderUnderTest work = given.aLoggedOrder();
    work.perform("link-existing", with("order", order.number().value(), "relation", "follow-on"));
    assertThat(order).hasLastEvent("link-existing");
    assertThat(api.get("/api/pick-lists/otherOrders?order=" + work.number() + "&text=" + order.number())
        .findValuesAsText("label")).containsExactly(order.number().value());
    assertThat(api.get(of(work, "/actions/link-create/form")).at("/data/loggableTypes").toString())
        .contains("REACTIVE").doesNotContain("SUPPLY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"order-sheet", "cost-summary", "event-history"})
  void its_papers_are_printed(String kind) throws IOException {
    OrderUnderTest order = aSupply();
    byte[] paper = api.call(MockMvcRequestBuilders.get(of(order, "/work-order-documents/" + kind + ".pdf"))).bytes();
    try (PDDocument pdf = Loader.loadPDF(paper)) {
      assertThat(new PDFTextStripper().getText(pdf)).contains(order.number().value(), "Head office")
          .doesNotContain("Work type", "null");
    }
  }

  @Test
  void its_papers_are_filed_and_go_to_the_building_but_to_no_contractor() {
    OrderUnderTest order = aSupply();
    order.perform("work-order-documents", with("kind", "order sheet", "mailTo", List.of("contact"), "filed", true));
    assertThat(order.documents()).hasSize(1);
    assertThat(order).saysInItsLastEvent("document e-mail sent to Hannah")
        .refuses("work-order-documents", with("kind", "order sheet", "mailTo", List.of("resource")), "mailTo");
  }

  @Test
  void somebody_is_reminded_of_it() {
    OrderUnderTest order = aSupply();
    ApiClient.Answer answer = api.call(post(of(order, "/reminders"),
        with("text", "Ask for the date", "at", Instant.now().plusSeconds(3600).toString())));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    assertThat(api.get(of(order, "/reminders"))).hasSize(1);
  }

  // what it costs

  @Test
  void its_price_changes_without_a_question_below_the_limit() {
    OrderUnderTest order = priced(aSupply(), 9_999);
    assertThat(order.order().locked()).isFalse();
    assertThat(order).isWaitingFor("handle-supply");
    assertThat(order.lastEvent().fields()).contains("\"accrual\"", "120.00", "9999.00");
    assertThat(seen(order).path("cost").path("accrual").asText()).isEqualTo("9999.00");
  }

  @Test
  void above_the_limit_it_is_locked_until_somebody_else_has_authorised_it() {
    OrderUnderTest order = aSupply();
    order.perform(BOTH, "handle-supply", Submission.of(with("what", "price", "total", 12_500)));
    assertThat(order.order().authorisationLock()).hasValueSatisfying(lock -> {
      assertThat(lock.profile()).isEqualTo("finance");
      assertThat(lock.subject()).startsWith("purchase total 12,500.00 GBP (120.00 before)");
    });
    assertThatExceptionOfType(AwaitingAuthorisationException.class).isThrownBy(() ->
        order.perform("add-notes-public", with("text", "x")));
    assertThatExceptionOfType(NotPermittedException.class).isThrownBy(() ->
        order.perform(BOTH, "authorise", AUTHORISE));
    assertThat(jdbc.sql("select subject from notification where order_number = ? and template = 'authorisation'")
        .param(order.number().value()).query(String.class).list())
        .containsExactly("Order " + order.number() + " needs your authorisation: Head office");
    assertThat(listed("locked=true&type=SUPPLY")).contains(order.number().value());
    assertVerified(order);

    order.perform(FINANCE, "authorise", AUTHORISE);
    assertThat(order.order().locked()).isFalse();
    assertThat(order).hasStatus("0.73").isWaitingFor("handle-supply");
    assertThat(seen(order).path("cost").path("authorised").asText()).isEqualTo("12500.00");
    assertVerified(order);
    assertThat(priced(order, 12_400).order().locked()).isFalse();
  }

  @Test
  void a_refused_price_is_taken_back_and_told_with_what_was_allowed_last() {
    OrderUnderTest order = priced(aSupply(), 12_500).perform(FINANCE, "authorise", REFUSE);
    assertThat(order.order().locked()).isFalse();
    assertThat(order).hasStatus("0.73").isWaitingFor("handle-supply");
    assertThat(seen(order).path("cost").path("accrual").asText()).isEqualTo("120.00");
    assertThat(supplies.refused()).filteredOn(price -> price.order().equals(order.number())).singleElement()
        .satisfies(price -> {
          assertThat(price.refused()).isEqualByComparingTo("12500");
          assertThat(price.lastAllowed()).isEqualByComparingTo("120");
        });
    assertThat(priced(order, 130).order().locked()).isFalse();
  }

  @Test
  void a_first_price_that_is_refused_leaves_nothing() {
    OrderUnderTest order = aSupply("total", 60_000);
    assertThat(order.order().locked()).isTrue();
    order.perform(FINANCE, "authorise", REFUSE);
    assertThat(seen(order).path("cost").path("accrual").asText()).isEqualTo("0.00");
    assertThat(seen(order).path("cost").path("basis").asText()).isEqualTo("order total");
    assertThat(supplies.refused()).filteredOn(price -> price.order().equals(order.number()))
        .extracting(PriceRefused::lastAllowed).singleElement().satisfies(amount ->
            assertThat(amount).isEqualByComparingTo("0"));
  }

  @ParameterizedTest
  @CsvSource({"over-delivery, true", "purchase total, false"})
  void what_raised_it_decides_by_the_table(String kind, boolean locked) {
    OrderUnderTest order = aSupply();
    order.perform("handle-supply", with("what", "price", "kind", kind, "total", 130));
    assertThat(order.order().locked()).isEqualTo(locked);
  }

  // how it ends

  @Test
  void it_is_cancelled() {
    OrderUnderTest order = aSupply();
    order.perform("handle-supply", with("what", "cancel"));
    assertThat(order).hasStatus("0.79").hasLastEvent("handle-supply");
    assertThat(listed("type=SUPPLY&state=cancelled")).contains(order.number().value());
    assertThat(listed("type=SUPPLY&state=open&sort=due")).doesNotContain(order.number().value());
    assertEnded(order);
  }

  @Test
  void it_is_completed() {
    OrderUnderTest order = aSupply();
    order.perform("handle-supply", with("what", "deliver"));
    assertThat(order).hasStatus("5.72");
    assertThat(listed("type=SUPPLY&state=completed")).contains(order.number().value());
    assertThat(listed("type=SUPPLY&state=open&sort=due")).doesNotContain(order.number().value());
    assertEnded(order);
  }

  private void assertEnded(OrderUnderTest order) {
    assertThat(order.instances()).isEmpty();
    assertVerified(order);
    assertThat(api.get(MANAGER, "/api/monitoring/stuck-orders").findValuesAsText("number")).doesNotContain(order.number().value());
  }

  @Test
  void people_named_in_it_are_erased() {
    OrderUnderTest order = aSupply("contactName", "Ermengarde Quill");
    List<String> terms = List.of("Ermengarde Quill");
    Object matches = api.call(ADMIN, post("/api/personal-data/searches", Map.of("terms", terms))).content().get("matches");
    ApiClient.Answer erased = api.call(ADMIN, post("/api/personal-data/erasures",
        Map.of("terms", terms, "reason", "asked for by letter", "matches", matches)));
    assertThat(erased.status()).as(erased.toString()).isEqualTo(201);
    assertThat(order).hasLastEvent("erase-personal-data");
    assertThat(Stream.of("", "/events").map(part -> api.get(of(order, part)).toString()))
        .noneMatch(text -> text.contains("Ermengarde"));
    assertVerified(order);
  }
}
