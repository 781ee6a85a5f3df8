package org.jobline.desk.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.ApiClient.Answer;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.order.OrderNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** One search for everything callers say. Each test asks among the orders of a site of its own. */
@HelpdeskTest
class OrderSearchTest {

  private static int sites;

  private final Given given;
  private final ApiClient api;
  private final JdbcClient jdbc;
  private final String site = "FIND-" + ++sites;

  OrderSearchTest(Given given, ApiClient api, JdbcClient jdbc) {
    this.given = given;
    this.api = api;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void a_site_with_a_contact() {
    jdbc.sql("""
        insert into site (code, client, name, address, postcode, country, region, time_zone)
          values (:site, 'ACME', 'Müller''s Café', '7 Briggate, Leeds', 'LS1 6HD', 'GB', 'North', 'Europe/London');
        insert into contact (site, role, name, phone) values (:site, 'building', 'Xaver', '0113 496 0123')""")
        .param("site", site).update();
  }

  private OrderUnderTest logged(Object... fields) {
    return given.aLoggedOrder(
        Stream.concat(Stream.of("site", site), Stream.of(fields)).toArray());
  }

  private Answer answer(Agent agent, String text, String... pairs) {
    var request = MockMvcRequestBuilders.get("/api/work-orders").queryParam("text", text);
    for (int i = 0; i < pairs.length; i += 2) {
      request.queryParam(pairs[i], pairs[i + 1]);
    }
    return api.call(agent, request);
  }

  private List<?> found(String text) {
    return found(text, "site", site);
  }

  private List<?> found(String text, String... pairs) {
    Answer answer = answer(Given.AGENT, text, pairs);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    List<?> numbers = ((List<?>) answer.content().get("items")).stream()
        .map(item -> ((Map<?, ?>) item).get("number")).toList();
    assertThat(answer.content().get("total")).as("total for " + text).isEqualTo(numbers.size());
    return numbers;
  }

  private static List<String> numbers(OrderUnderTest... orders) {
    return Stream.of(orders).map(order -> order.number().value()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "07700 900123", "+44 7700 900123", "0044 7700 900123", "+44 (0)7700 900 123", "07700900123", "07700-900-123",
      "900123", "900 123", "7700 9001", "90012"})
  void a_telephone_number_is_found_however_it_is_written(String typed) {
    OrderUnderTest national = logged("contactPhone", "07700 900123");
    OrderUnderTest international = logged("contactPhone", "+44 (0)7700-900123");
    logged("contactPhone", "07700 900321");
    logged();
    assertThat(found(typed)).isEqualTo(numbers(international, national));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0113 4960123", "+44 113 496 0123"})
  void a_telephone_number_of_a_site_finds_its_orders(String typed) {
    OrderUnderTest order = logged();
    assertThat(found(typed)).isEqualTo(numbers(order));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "leeds boiler", "boiler leeds", "BOIL lee", "muller's ottoline cold", "cafe boiler", "Café", "ls1 6hd",
      "LS16HD boiler", "briggate", "zoe", "Ottoline Zoë leeds kitchen", "boiler kitchen", "gamma ltd leeds", "gamma",
      "ext-77/a", "ext77a boiler", "combi", "leeds 07700 900777 boiler"})
  void words_are_found_wherever_they_stand(String typed) {
    OrderUnderTest order = logged("description", "The boiler is cold", "contactName", "Ottoline Zoë",
        "contactPhone", "07700 900777", "location", "Kitchen", "equipment", "Combi 3", "resource", "GAMMA",
        "externalReference", "EXT-77/A");
    logged("description", "A tap drips in the cellar", "site", "HQ");
    assertThat(found(typed)).isEqualTo(numbers(order));
  }

  /** At the site, of a supplier the site's client buys from. */
  private OrderUnderTest bought(String lines, Object... fields) {
    Answer answer = api.call(Given.AGENT, ApiClient.post("/api/work-orders", Given.but(Given.with(
        "type", "PURCHASING", "site", site, "supplier", "SCREWS", "lines", lines, "contactName", "Xaver"), fields)));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return given.order(new OrderNumber(String.valueOf(answer.content().get("number"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "screws and fixings", "fixings", "fixngs", "SCREWS", "bespoke door", "dor-77", "dor77", "s-96", "SF/4711", "dn-0815",
      "inv 2026/9", "JD-0001", "leeds fixings door"})
  void a_purchase_is_found_by_its_supplier_parts_and_papers(String typed) {
    OrderUnderTest purchase = bought("""
        SCREWS/S-96 - 1 - - -
        - "Bespoke door DOR-77" 1 250.00 20 -""")
        .perform("po-submit", Given.with("how", "by e-mail", "supplierReference", "SF/4711"))
        .perform("po-acknowledge", Given.with())
        .perform("po-dispatched", Given.with("dispatchDate", "2020-01-05", "tracking", "JD-0001"))
        .perform("po-receipt", Given.with("deliveryNote", "DN-0815", "inFull", true, "confirmed", true))
        .perform(new Agent("fiona", Set.of("finance")), "po-record-invoice", Given.with("what", "invoice",
            "number", "INV 2026/9 " + site, "dated", LocalDate.now(ZoneId.of("Europe/London")).toString(), "lines", "1 96 -\n2 1 -", "vat", 50, "isFinal", true));
    logged();
    bought("- \"Lamp\" 1 2.00 20 -", "supplier", "RING");
    assertThat(found(typed)).isEqualTo(numbers(purchase));
  }

  @Test
  void a_purchase_of_another_supplier_or_of_other_parts_is_found_by_these_from_then_on() {
    OrderUnderTest purchase = bought("- \"Hinge\" 1 2.00 20 -", "supplier", null);
    assertThat(found("fixings")).isEmpty();
    purchase.perform("po-choose-supplier", Given.with("supplier", "SCREWS"));
    assertThat(found("fixings hinge")).isEqualTo(numbers(purchase));
    purchase.perform("po-edit-items", Given.with("added", "- \"Doorstop\" 2 1.00 20 -", "reason", "forgotten"));
    assertThat(found("fixings doorstop")).isEqualTo(numbers(purchase));
  }

  @Test
  void the_reference_of_a_supplier_and_the_numbers_of_its_papers_come_first() {
    OrderUnderTest purchase = bought("- \"Hinge\" 1 2.00 20 -")
        .perform("po-submit", Given.with("how", "by e-mail", "supplierReference", "R77 " + site))
        .perform("po-receipt", Given.with("deliveryNote", "N77 " + site, "inFull", true, "confirmed", true));
    OrderUnderTest later = logged("description", "R77 N77 " + site + " has not come");
    assertThat(found("r77 " + site)).isEqualTo(numbers(purchase, later));
    assertThat(found("n77 " + site)).isEqualTo(numbers(purchase, later));
  }

  @Test
  void every_word_must_be_found() {
    logged("description", "The boiler is cold");
    assertThat(found("leeds boiler zeppelin")).isEmpty();
    assertThat(found("zeppelin")).isEmpty();
    assertThat(found("...")).isEmpty();
    assertThat(found("%")).isEmpty();
    assertThat(found("' | b:*")).isEmpty();
    assertThat(found("\\ & !")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"boilr", "bolier", "boyler", "leads boiler", "ottolin", "Otoline", "mueller", "gama boiler"})
  void slips_in_spelling_are_forgiven(String typed) {
    OrderUnderTest order = logged("description", "The boiler is cold", "contactName", "Ottoline", "resource", "GAMMA");
    logged("description", "A tap drips", "site", "HQ");
    assertThat(found(typed)).isEqualTo(numbers(order));
  }

  @Test
  void exact_number_comes_before_reference_before_all_words_before_words_like_them() {
    OrderUnderTest number = logged("description", "The first");
    String digits = number.number().value().substring(2);
    OrderUnderTest reference = logged("externalReference", digits);
    OrderUnderTest words = logged("description", "Goes with " + digits + " of last week");
    assertThat(found(digits)).isEqualTo(numbers(number, reference, words));

    OrderUnderTest spelt = logged("description", "Radiators leak");
    OrderUnderTest misspelt = logged("description", "Radiattors leak");
    OrderUnderTest newest = logged("description", "Radiators leak again");
    assertThat(found("radiattors")).isEqualTo(numbers(misspelt, newest, spelt));
  }

  @Test
  void whole_number_finds_that_order_alone() {
    OrderUnderTest order = logged();
    String number = order.number().value();
    logged("description", "Follows " + number);
    for (String typed : List.of(number, number.toLowerCase(Locale.ROOT), number.replace("-", ""),
        number.replace('-', ' '))) {
      assertThat(found(typed)).as(typed).isEqualTo(numbers(order));
    }
  }

  @Test
  void sorting_asked_for_wins_over_best_first() {
    OrderUnderTest first = logged("externalReference", "PRINTER");
    OrderUnderTest second = logged("description", "The printer is cold");
    assertThat(found("printer", "site", site)).isEqualTo(numbers(first, second));
    assertThat(found("printer", "site", site, "sort", "-number")).isEqualTo(numbers(second, first));
    assertThat(found("printer", "site", site, "sort", "due")).hasSize(2);
  }

  @Test
  void other_filters_hold_for_words_like_those_typed_too() {
    OrderUnderTest order = logged("description", "The geyser is cold");
    assertThat(found("geysr", "site", site, "state", "open")).isEqualTo(numbers(order));
    assertThat(found("geysr", "site", site, "state", "completed")).isEmpty();
    assertThat(found("geysr", "site", "HQ")).isEmpty();
  }

  @Test
  void an_order_is_found_by_what_it_is_now() {
    OrderUnderTest order = logged("description", "The boiler is cold", "resource", "ALPHA");
    assertThat(found("alpha")).isEqualTo(numbers(order));
    order.perform("edit-work-order", Map.of("description", "The furnace is cold", "contactName", "Peregrine"));
    assertThat(found("furnace peregrine")).isEqualTo(numbers(order));
    assertThat(found("boiler")).isEmpty();
    jdbc.sql("update site set name = 'Ravenscroft' where code = ?").param(site).update();
    assertThat(found("ravenscroft furnace")).isEqualTo(numbers(order));
    assertThat(found("cafe furnace")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"escalat", "ext-9", "EXT9", "zoe escalator"})
  void an_order_to_link_is_found_by_the_same_words(String typed) {
    OrderUnderTest order =
        logged("description", "The escalator sticks", "contactName", "Zoë", "externalReference", "EXT-9");
    OrderUnderTest other = logged("description", "About something else");
    String path = "/api/pick-lists/otherOrders?order=" + other.number() + "&text=" + typed;
    assertThat(api.get(path).findValuesAsText("value")).contains(order.number().value())
        .doesNotContain(other.number().value());
  }

  @Test
  void whom_lists_refuse_search_refuses_and_private_notes_find_nothing() {
    OrderUnderTest order = logged();
    order.perform("add-notes-private", Map.of("text", "Hippogriff at the back door"));
    assertThat(answer(new Agent("olga", Set.of("process-owner")), "cafe").status()).isEqualTo(403);
    assertThat(answer(new Agent("fiona", Set.of("finance")), "cafe", "site", site).content().get("total")).isEqualTo(1);
    assertThat(found("hippogriff")).isEmpty();
  }
}
