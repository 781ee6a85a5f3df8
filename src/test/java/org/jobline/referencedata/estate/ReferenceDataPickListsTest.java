package org.jobline.referencedata.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jobline.action.Choice;
import org.jobline.action.PickList;
import org.jobline.demo.DemoOrders;
import org.jobline.demo.WithDemoData;
import org.jobline.order.Order;
import org.jobline.workorder.WorkOrders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@WithDemoData
class ReferenceDataPickListsTest {

  private static final Choice BRIGGATE = new Choice("S-014", "S-014 Leeds Briggate");

  @Autowired private List<PickList> lists;
  @Autowired private WorkOrders orders;
  @Autowired private JdbcTemplate jdbc;
  private Map<String, PickList> byName;

  @BeforeEach
  void names() {
    byName = lists.stream().collect(Collectors.toMap(PickList::name, Function.identity()));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "S-014", "s-014", "leeds brig",
    "brig LEEDS", "136 briggate", "LS1 6BR", "  Leeds\tBriggate "})
  void a_site_is_found_by_the_words_of_code_name_and_address(String typed) {
    assertThat(choices("sites", typed)).contains(BRIGGATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "_", "zzz", "leeds zzz", "'; drop table site; --", "\\"})
  void unknown_name_finds_nothing(String typed) {
    assertThat(choices("sites", typed)).isEmpty();
  }

  @Test
  void characters_a_database_cannot_hold_are_no_error() {
    assertThat(choices("sites", "leeds\0brig")).containsExactly(BRIGGATE);
    assertThat(find("sites", "S-014\0")).contains(BRIGGATE);
    assertThat(find("sites", "\0")).isEmpty();
  }

  @Test
  void the_best_match_comes_first_and_no_more_than_asked_for() {
    assertThat(byName.get("sites").choices(Optional.empty(), "", 10)).hasSize(10);
    assertThat(choices("sites", "lon").get(0).label()).startsWith("S-001 London");
    assertThat(choices("priorities", "")).extracting(Choice::label)
        .containsExactly("P1 Emergency", "P2 Urgent", "P3 Standard", "P4 Low");
  }

  @Test
  void a_submitted_value_is_the_code_or_the_whole_label() {
    assertThat(find("sites", "S-014")).contains(BRIGGATE);
    assertThat(find("sites", "S-014 Leeds Briggate")).contains(BRIGGATE);
    assertThat(find("sites", "S-014 Leeds")).isEmpty();
    assertThat(find("sites", "Leeds Briggate")).isEmpty();
    assertThat(find("sites", "")).isEmpty();
    assertThat(find("sites", null)).isEmpty();
    assertThat(find("clients", "LARK Larkspur Bakeries")).contains(new Choice("LARK", "LARK Larkspur Bakeries"));
    assertThat(find("workTypes", "HTG Heating and boilers")).isPresent();
    assertThat(find("priorities", "P1")).contains(new Choice("P1", "P1 Emergency"));
  }

  @Test
  void a_code_may_have_spaces() {
    jdbc.update("insert into priority (code, name, rank) values ('very high', 'As fast as possible', 9)");
    assertThat(find("priorities", "very high")).isPresent();
    assertThat(find("priorities", "very high As fast as possible")).isPresent();
    assertThat(find("priorities", "very")).isEmpty();
  }

  @Test
  void refusal_reasons_are_those_of_the_orders_client() {
    Optional<Order> order = Optional.of(DemoOrders.order(orders, "CORR", "S-016", "ELC", "P2").order());
    PickList reasons = byName.get("refusalReasons");
    assertThat(reasons.choices(order, "trade", 10)).containsExactly(new Choice("Not our trade", "Not our trade"));
    assertThat(reasons.find(order, "Not our trade")).isPresent();
    assertThat(reasons.find(order, "Do not feel like it")).isEmpty();
  }

  @Test
  void client_without_refusal_reasons_accepts_any_text_but_blank() {
    Optional<Order> order = Optional.of(DemoOrders.order(orders, "LARK", "S-014", "HTG", "P2").order());
    PickList reasons = byName.get("refusalReasons");
    assertThat(reasons.choices(order, "", 10)).isEmpty();
    assertThat(reasons.find(order, "No van")).contains(new Choice("No van", "No van"));
    assertThat(reasons.find(order, "  ")).isEmpty();
  }

  @Test
  void one_of_thousands_of_sites_is_found() {
    jdbc.update("insert into site (code, client, name, address, postcode, country, region, time_zone)"
        + " select 'T-' || i, 'LARK', 'Shop ' || i, i || ' Long Road, Town ' || i, 'AB1 ' || i, 'GB', 'Wales',"
        + " 'Europe/London' from generate_series(1, 10000) i");
    assertThat(choices("sites", "road 9999")).extracting(Choice::value).containsExactly("T-9999");
  }

  private List<Choice> choices(String list, String text) {
    return byName.get(list).choices(Optional.empty(), text, 50);
  }

  private Optional<Choice> find(String list, String value) {
    return byName.get(list).find(Optional.empty(), value);
  }
}
