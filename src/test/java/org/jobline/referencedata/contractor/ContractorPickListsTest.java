package org.jobline.referencedata.contractor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Optional;
import org.jobline.action.Choice;
import org.jobline.demo.DemoOrders;
import org.jobline.demo.WithDemoData;
import org.jobline.order.Order;
import org.jobline.platform.time.ActionClock;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@WithDemoData
class ContractorPickListsTest {

  private static final Choice CONTRACT = new Choice("RES-01", "RES-01 Pennine Heating (contract C-007)");

  @Autowired private RankedContractorPickList ranked;
  @Autowired private ContractorPickList resources;
  @Autowired private ContractorService service;
  @Autowired private FeedbackService feedbacks;
  @Autowired private WorkOrders orders;
  @Autowired private ActionClock clock;

  @Test
  void the_ranked_list_shows_name_and_reason_first_choice_first() {
    assertThat(values(rankedChoices(order(), "", 3))).containsExactly("RES-01", "RES-02", "RES-03");
    assertThat(rankedChoices(order(), "", 3)).startsWith(CONTRACT);
    assertThat(rankedChoices(order(), "", 1)).containsExactly(CONTRACT);
    assertThat(rankedChoices(order(), "sra 3", 10)).extracting(Choice::value).containsExactly("RES-03");
  }

  @Test
  void below_the_ranked_stands_everybody_else_who_is_approved_with_what_speaks_against_it() {
    List<Choice> all = rankedChoices(order(), "", 100);
    // 25, of whom one is rejected and one not approved yet
    assertThat(all).hasSize(23);
    assertThat(values(all)).startsWith("RES-01", "RES-02", "RES-03").doesNotContain("RES-20", "RES-25");
    assertThat(all).contains(new Choice("RES-04", "RES-04 Caledonia Heat (outside its region)"));
    assertThat(rankedChoices(order(), "lifts", 10))
        .extracting(Choice::label).containsExactly("RES-17 Ascend Lifts (different trade)");
    assertThat(findRanked(order(), "RES-17")).isPresent();
    assertThat(findRanked(order(), "RES-20")).isEmpty();
  }

  @Test
  void contractor_that_declined_comes_last_and_the_current_one_is_left_out() {
    WorkOrder order = orders.lock(order().orElseThrow().number());
    order.allocate("RES-01");
    assertThat(values(rankedChoices(Optional.of(order.order()), "", 100)))
        .startsWith("RES-02", "RES-03").doesNotContain("RES-01");
    assertThat(findRanked(Optional.of(order.order()), "RES-01")).isEmpty();
    order.declineByContractor();
    order.allocate("RES-02");
    assertThat(rankedChoices(Optional.of(order.order()), "", 100)).startsWith(
        new Choice("RES-03", "RES-03 Severn Gas and Plumbing (SRA, priority 3)")).endsWith(
        new Choice("RES-01", "RES-01 Pennine Heating (declined this order)"));
  }

  @Test
  void a_ranked_contractor_is_submitted_by_code_name_or_whole_label() {
    assertThat(findRanked(order(), "RES-01")).contains(CONTRACT);
    assertThat(findRanked(order(), "RES-01 Pennine Heating")).contains(CONTRACT);
    assertThat(findRanked(order(), CONTRACT.label())).contains(CONTRACT);
    assertThat(findRanked(order(), "RES-99")).isEmpty();
    assertThat(findRanked(order(), null)).isEmpty();
  }

  @Test
  void nothing_is_ranked_before_there_is_an_order() {
    assertThat(rankedChoices(Optional.empty(), "", 10)).isEmpty();
    assertThat(findRanked(Optional.empty(), "RES-01")).isEmpty();
  }

  @Test
  void contractors_are_those_that_do_the_orders_work_there() {
    assertThat(values(resourceChoices(order(), "", 10))).containsExactly("RES-01", "RES-02", "RES-03");
    assertThat(values(resourceChoices(order(), "thames", 10))).containsExactly("RES-02");
    assertThat(findResource(order(), "RES-02 Thames Valley Boilers")).isPresent();
    assertThat(findResource(order(), "RES-17")).isEmpty();
  }

  @Test
  void while_an_order_is_being_logged_everybody_approved_can_be_named() {
    assertThat(resourceChoices(Optional.empty(), "", 100)).hasSize(23);
    assertThat(values(resourceChoices(Optional.empty(), "lifts", 10))).containsExactly("RES-17");
    assertThat(findResource(Optional.empty(), "RES-17 Ascend Lifts")).isPresent();
    assertThat(findResource(Optional.empty(), "RES-25")).isEmpty();
    assertThat(resourceChoices(Optional.empty(), "bodger", 10)).isEmpty();
  }

  @Test
  void contractors_are_found_by_text_over_the_web() throws Exception {
    MockMvc web = MockMvcBuilders.standaloneSetup(new ContractorController(service, feedbacks)).build();
    web.perform(get("/api/resources").param("text", "slate"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.content[0].code").value("RES-19"))
        .andExpect(jsonPath("$.content[0].cisStatus").value("higher"))
        .andExpect(jsonPath("$.page.totalElements").value(1));
    web.perform(get("/api/resources").param("size", "1000")).andExpect(status().isBadRequest());
  }

  private Optional<Order> order() {
    return Optional.of(DemoOrders.order(orders, "LARK", "S-014", "HTG", "P2").order());
  }

  private List<Choice> rankedChoices(Optional<Order> order, String text, int limit) {
    return clock.at(DemoOrders.NOW, () -> ranked.choices(order, text, limit));
  }

  private Optional<Choice> findRanked(Optional<Order> order, String value) {
    return clock.at(DemoOrders.NOW, () -> ranked.find(order, value));
  }

  private List<Choice> resourceChoices(Optional<Order> order, String text, int limit) {
    return clock.at(DemoOrders.NOW, () -> resources.choices(order, text, limit));
  }

  private Optional<Choice> findResource(Optional<Order> order, String value) {
    return clock.at(DemoOrders.NOW, () -> resources.find(order, value));
  }

  private static List<String> values(List<Choice> choices) {
    return choices.stream().map(Choice::value).toList();
  }
}
