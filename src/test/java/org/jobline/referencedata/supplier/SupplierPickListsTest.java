package org.jobline.referencedata.supplier;

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
class SupplierPickListsTest {

  private static final Choice PANEL =
      new Choice("SHAN/PNL-40", "SHAN/PNL-40 LED panel 600 × 600 mm, 40 W, 4000 K (piece)");

  @Autowired private List<PickList> lists;
  @Autowired private Suppliers suppliers;
  @Autowired private PartCatalogue catalogue;
  @Autowired private WorkOrders orders;
  @Autowired private JdbcTemplate jdbc;
  private Map<String, PickList> byName;

  @BeforeEach
  void names() {
    byName = lists.stream().collect(Collectors.toMap(PickList::name, Function.identity()));
  }

  private Optional<Order> irish() {
    return Optional.of(DemoOrders.order(orders, "CORR", "S-016", "ELC", "P2").order());
  }

  private List<Choice> choices(String list, Optional<Order> order, String text) {
    return byName.get(list).choices(order, text, 20);
  }

  private Optional<Choice> find(String list, Optional<Order> order, String value) {
    return byName.get(list).find(order, value);
  }

  @Test
  void suppliers_are_those_of_the_orders_client() {
    assertThat(choices("suppliers", irish(), "")).containsExactly(
        new Choice("LIFF", "LIFF Liffeyside Trade Supplies"), new Choice("SHAN", "SHAN Shannonside Electrical"));
    assertThat(choices("suppliers", irish(), "electrical")).extracting(Choice::value).containsExactly("SHAN");
    assertThat(find("suppliers", irish(), "SHAN Shannonside Electrical")).isPresent();
    assertThat(find("suppliers", irish(), "SHAN")).isPresent();
    assertThat(find("suppliers", irish(), "VOLT")).isEmpty();
  }

  @Test
  void while_an_order_is_being_logged_every_supplier_can_be_named_that_is_active() {
    assertThat(choices("suppliers", Optional.empty(), "")).hasSize(12);
    jdbc.update("update supplier set active = false where code = 'MARL'");
    assertThat(choices("suppliers", Optional.empty(), "")).hasSize(11);
    assertThat(find("suppliers", Optional.empty(), "MARL")).isEmpty();
  }

  @Test
  void parts_are_those_the_orders_client_can_buy_best_first() {
    assertThat(choices("catalogueParts", irish(), "led panel 40")).startsWith(PANEL);
    assertThat(choices("catalogueParts", irish(), "led panel 40")).extracting(Choice::value)
        .allMatch(key -> key.startsWith("LIFF/") || key.startsWith("SHAN/"));
    assertThat(byName.get("catalogueParts").choices(irish(), "", 7)).hasSize(7);
    assertThat(choices("catalogueParts", Optional.empty(), "panel lumena")).isNotEmpty();
  }

  @Test
  void what_was_chosen_before_leaves_less_to_choose_from() {
    Map<String, String> site = Map.of("site", "S-016");
    assertThat(byName.get("suppliers").choices(Optional.empty(), site, "", 20)).extracting(Choice::value)
        .containsExactly("LIFF", "SHAN");
    assertThat(byName.get("catalogueParts").choices(Optional.empty(), site, "copper pipe 15", 20))
        .extracting(Choice::value).containsExactly("LIFF/CU-15");
    assertThat(byName.get("catalogueParts").choices(
        Optional.empty(), Map.of("site", "S-016", "supplier", "SHAN"), "led panel 40", 20)).extracting(Choice::value)
        .isNotEmpty().allMatch(key -> key.startsWith("SHAN/"));
  }

  @Test
  void a_part_brings_its_price_by_quantity_and_its_vat_rate() {
    Map<String, List<Choice.Figure>> figures = find("catalogueParts", irish(), "SHAN/PNL-40").orElseThrow().figures();
    assertThat(figures.get("price")).extracting(each -> each.from().intValue() + " " + each.value().toPlainString())
        .containsExactly("0 36.80", "5 34.96", "10 33.49", "25 31.65");
    assertThat(figures.get("vatRate")).singleElement()
        .satisfies(rate -> assertThat(rate.value()).isEqualByComparingTo("23"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SHAN/PNL-40", "SHAN/PNL-40 LED panel 600 × 600 mm, 40 W, 4000 K (piece)", " SHAN/PNL-40 "})
  void a_part_is_submitted_by_its_key_or_its_whole_label(String value) {
    assertThat(find("catalogueParts", irish(), value)).contains(PANEL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PNL-40", "LUME/PNL-40", "SHAN/PNL-41", "SHAN/PNL-40 LED panel", "LED panel", "SHAN/PNL-40\0"})
  void anything_else_is_refused(String value) {
    assertThat(find("catalogueParts", irish(), value)).isEmpty();
  }

  @Test
  void a_part_that_can_no_longer_be_ordered_is_refused() {
    jdbc.update("update supplier_part set active = false where supplier = 'SHAN' and code = 'PNL-40'");
    assertThat(find("catalogueParts", irish(), "SHAN/PNL-40")).isEmpty();
  }

  @Test
  void a_feature_can_offer_the_parts_of_one_supplier() {
    PickList lamps = new CataloguePickList("lamps", "Pick a lamp from the list.", catalogue,
        order -> List.of(suppliers.known("LUME")));
    assertThat(lamps.choices(irish(), "panel", 20)).hasSize(3).allMatch(choice -> choice.value().startsWith("LUME/PNL-"));
    assertThat(lamps.find(irish(), "LUME/PNL-40")).isPresent();
    assertThat(lamps.find(irish(), "SHAN/PNL-40")).isEmpty();
  }
}
