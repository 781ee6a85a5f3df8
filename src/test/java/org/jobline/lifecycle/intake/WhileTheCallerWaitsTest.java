package org.jobline.lifecycle.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jobline.fixture.Given.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What the desk has to know of a site before it logs an order (desk.md, Logging). */
@HelpdeskTest
class WhileTheCallerWaitsTest {

  private final Given given;
  private final ApiClient api;
  private final JdbcClient jdbc;

  WhileTheCallerWaitsTest(Given given, ApiClient api, JdbcClient jdbc) {
    this.given = given;
    this.api = api;
    this.jdbc = jdbc;
  }

  @Test
  void a_site_is_told_with_address_hours_asbestos_and_contacts() {
    JsonNode site = api.get("/api/sites/HQ");
    OrderUnderTest order = given.aLoggedOrder();
    JsonNode ofAnOrder = api.get("/api/work-orders/" + order.number());
    assertThat(site.get("name").asText()).isEqualTo(ofAnOrder.get("siteName").asText());
    assertThat(site.get("clientName").asText()).isEqualTo(ofAnOrder.get("clientName").asText());
    assertThat(site.get("timeZone").asText()).isEqualTo(ofAnOrder.get("timeZone").asText());
    assertThat(site.get("siteDetails")).isEqualTo(ofAnOrder.get("siteDetails"));
    assertThat(site.at("/siteDetails/contacts").findValuesAsText("name")).contains("Hannah", "Petra");
  }

  @Test
  void every_priority_says_by_when_an_order_logged_now_would_be_due() {
    OrderUnderTest order = given.aLoggedOrder("priority", "P2");
    JsonNode clock = api.get("/api/work-orders/" + order.number()).get("sla");
    JsonNode targets = api.get("/api/sites/HQ/sla-targets");
    assertThat(targets.findValuesAsText("priority")).as("most urgent first").isEqualTo(
        jdbc.sql("select code from priority order by rank").query(String.class).list());
    JsonNode p2 = row(targets, "priority", "P2");
    for (String target : new String[] {"respond", "temporaryFix", "fix"}) {
      assertThat(p2.hasNonNull(target)).as(target).isEqualTo(clock.hasNonNull(target));
      if (clock.hasNonNull(target)) {
        assertThat(Instant.parse(p2.get(target).asText())).as(target)
            .isCloseTo(Instant.parse(clock.at("/" + target + "/due").asText()), within(1, ChronoUnit.MINUTES));
      }
    }
  }

  @Test
  void orders_a_caller_may_mean_are_told_before_a_new_one_is_logged() {
    OrderUnderTest order = given.aLoggedOrder("workType", "BOILER", "equipment", "Boiler 7 of " + System.nanoTime());
    String equipment = order.present().equipment();
    JsonNode found = api.get("/api/sites/HQ/possible-duplicates?equipment=" + equipment.toUpperCase(Locale.ROOT));
    assertThat(found.findValuesAsText("number")).containsExactly(order.number().value());
    assertThat(found.at("/0/status").asText()).isEqualTo(order.present().status().toString());
    assertThat(found.get(0).hasNonNull("recallUntil")).isFalse();
    assertThat(api.get("/api/sites/HQ/possible-duplicates?workType=BOILER").findValuesAsText("number"))
        .contains(order.number().value());
    assertThat(api.get("/api/sites/HQ/possible-duplicates")).isEmpty();
    order.perform("cancel-job", with("reason", "no longer needed"));
    assertThat(api.get("/api/sites/HQ/possible-duplicates?equipment=" + equipment)).isEmpty();
  }

  @Test
  void who_is_to_be_asked_is_told_with_the_reason() {
    JsonNode ranked = api.get("/api/sites/HQ/resources?workType=BOILER");
    assertThat(ranked.findValuesAsText("code")).contains("ALPHA");
    assertThat(ranked.at("/0/position").asInt()).isEqualTo(1);
    assertThat(ranked.findValuesAsText("why")).allSatisfy(why -> assertThat(why).isNotBlank());
  }

  @Test
  void the_form_of_a_type_is_the_one_it_is_logged_with() {
    JsonNode types = api.get("/api/order-types");
    JsonNode reactive = row(types, "type", "REACTIVE");
    assertThat(reactive.get("label").asText()).isNotBlank();
    assertThat(reactive.get("action").asText()).isEqualTo("Log Work Order");
    JsonNode form = api.get("/api/order-types/REACTIVE/form");
    assertThat(form.get("components").findValuesAsText("key")).startsWith("site").contains("confirmDuplicate");
    assertThat(form.has("data")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
      "/api/sites/NOWHERE, There is no site NOWHERE.",
      "/api/sites/NOWHERE/sla-targets, There is no site NOWHERE.",
      "/api/sites/NOWHERE/possible-duplicates, There is no site NOWHERE.",
      "/api/sites/NOWHERE/resources?workType=BOILER, There is no site NOWHERE.",
      "/api/sites/HQ/resources?workType=XYZ, There is no work type XYZ.",
      "/api/order-types/QUITE-ANOTHER/form, There is no order type QUITE-ANOTHER."})
  void what_does_not_exist_is_named(String path, String message) {
    ApiClient.Answer answer = api.call(MockMvcRequestBuilders.get(path));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.content().get("detail")).isEqualTo(message);
  }

  private static JsonNode row(JsonNode rows, String key, String value) {
    for (JsonNode row : rows) {
      if (row.get(key).asText().equals(value)) {
        return row;
      }
    }
    throw new AssertionError("No row with " + key + " " + value + " in " + rows);
  }
}
