package org.jobline.referencedata.contractor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jobline.demo.WithDemoData;
import org.jobline.referencedata.contractor.Rate.Purpose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@WithDemoData
class ContractorServiceTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 19);

  @Autowired private ContractorService contractors;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private RepositoryService repository;
  @Autowired private IdentityService identity;

  @Test
  void contract_ranks_before_agreements_and_agreements_before_region() {
    assertThat(why(contractors.ranked("LARK", "S-014", "HTG", DAY, Set.of()))).containsExactly(
        "RES-01 contract C-007", "RES-02 SRA, priority 2", "RES-03 SRA, priority 3");
    assertThat(why(contractors.ranked("CORR", "S-016", "HTG", DAY, Set.of())))
        .containsExactly("RES-05 SRA, priority 2");
    assertThat(why(contractors.ranked("CORR", "S-025", "DOR", DAY, Set.of())))
        .containsExactly("RES-15 SRA, priority 1", "RES-14 SRA, priority 2");
    assertThat(why(contractors.ranked("LARK", "S-002", "DRN", DAY, Set.of()))).containsExactly(
        "RES-07 covers the work type and region", "RES-03 covers the work type and region");
  }

  @Test
  void warranty_goes_first_then_the_clients_own_team() {
    jdbc.update("insert into agreement (code, kind, client, resource, work_type, site, rank, valid_from) values"
        + " ('W-9', 'warranty', 'LARK', 'RES-06', 'PLB', 'S-015', 5, '2026-01-01'),"
        + " ('C-9', 'contract', 'LARK', 'RES-01', 'PLB', null, 1, '2026-01-01')");
    assertThat(why(contractors.ranked("LARK", "S-015", "PLB", DAY, Set.of()))).containsExactly(
        "RES-06 warranty W-9", "RES-24 internal-only SRA, priority 1", "RES-01 contract C-9",
        "RES-07 SRA, priority 2");
  }

  @Test
  void positions_count_from_one_and_nobody_stands_twice() {
    List<RankedContractor> ranked = contractors.ranked("LARK", "S-015", "PLB", DAY, Set.of());
    assertThat(ranked).extracting(RankedContractor::position).first().isEqualTo(1);
    assertThat(ranked).extracting(RankedContractor::position).isSorted().doesNotHaveDuplicates();
    assertThat(ranked).extracting(found -> found.contractor().code()).doesNotHaveDuplicates();
  }

  @Test
  void an_agreement_may_cover_every_site_and_every_work_type() {
    jdbc.update("insert into agreement (code, kind, client, resource, rank, valid_from) values"
        + " ('C-9', 'contract', 'CORR', 'RES-05', 1, '2026-01-01')");
    assertThat(why(contractors.ranked("CORR", "S-025", "SEC", DAY, Set.of())))
        .containsExactly("RES-05 contract C-9", "RES-10 covers the work type and region");
  }

  @Test
  void excluded_contractors_are_not_ranked() {
    assertThat(why(contractors.ranked("LARK", "S-014", "HTG", DAY, Set.of("RES-01", "RES-03"))))
        .containsExactly("RES-02 SRA, priority 2");
    assertThat(contractors.ranked("LARK", "S-014", "HTG", DAY, List.of("RES-01", "RES-02", "RES-03"))).isEmpty();
  }

  @Test
  void a_contractor_that_is_not_approved_is_never_chosen_whatever_was_agreed() {
    assertThat(jdbc.queryForObject("select count(*) from agreement where resource = 'RES-25'", Integer.class)).isOne();
    assertThat(contractors.ranked("LARK", "S-014", "HTG", DAY, Set.of()))
        .noneMatch(found -> found.contractor().code().equals("RES-25"));
    jdbc.update("update resource set prequalification = 'pending' where code = 'RES-25'");
    assertThat(contractors.ranked("LARK", "S-014", "HTG", DAY, Set.of()))
        .noneMatch(found -> found.contractor().code().equals("RES-25"));
    jdbc.update("update resource set prequalification = 'approved' where code = 'RES-25'");
    assertThat(why(contractors.ranked("LARK", "S-014", "HTG", DAY, Set.of()))).contains("RES-25 SRA, priority 4");
  }

  @Test
  void an_agreement_counts_only_while_it_is_valid() {
    assertThat(why(contractors.ranked("LARK", "S-014", "GLZ", LocalDate.of(2025, 12, 31), Set.of())))
        .containsExactly("RES-16 SRA, priority 1");
    assertThat(why(contractors.ranked("LARK", "S-014", "GLZ", LocalDate.of(2026, 1, 1), Set.of())))
        .containsExactly("RES-16 covers the work type and region");
  }

  @Test
  void unknown_sites_and_work_types_have_nobody() {
    assertThat(contractors.ranked("NONE", "S-999", "XXX", DAY, Set.of())).isEmpty();
  }

  @Test
  void a_process_owner_changes_the_order_by_deploying_another_table() {
    contractors.ranked("LARK", "S-014", "HTG", DAY, Set.of());
    DmnModelInstance table =
        Dmn.readModelFromStream(getClass().getResourceAsStream("/processes/decisions/resource-ranking.dmn"));
    table.<Rule>getModelElementById("resource-ranking-rule-4").getOutputEntries()
        .iterator().next().getText().setTextContent("0");
    repository.createDeployment().addModelInstance("resource-ranking.dmn", table).deploy();
    assertThat(why(contractors.ranked("LARK", "S-014", "HTG", DAY, Set.of()))).containsExactly(
        "RES-01 SRA, priority 1", "RES-02 SRA, priority 2", "RES-03 SRA, priority 3");
  }

  @Test
  void an_agent_needs_no_right_on_the_table() {
    identity.setAuthentication("agent", List.of("helpdesk"));
    try {
      assertThat(contractors.ranked("CORR", "S-016", "HTG", DAY, Set.of())).isNotEmpty();
      assertThat(identity.getCurrentAuthentication().getUserId()).isEqualTo("agent");
    } finally {
      identity.clearAuthentication();
    }
  }

  @Test
  void the_agreement_of_an_order_is_the_closest_of_the_best_kind() {
    assertThat(contractors.agreement("RES-01", "LARK", "S-014", "HTG", DAY)).map(Agreement::code).contains("C-007");
    assertThat(contractors.agreement("RES-01", "LARK", "S-013", "HTG", DAY)).map(Agreement::code).contains("SRA-002");
    assertThat(contractors.agreement("RES-01", "CORR", "S-016", "HTG", DAY)).isEmpty();
    Agreement warranty = contractors.agreement("RES-13", "LARK", "S-014", "OVN", DAY).orElseThrow();
    assertThat(warranty.kind()).isEqualTo(Agreement.Kind.WARRANTY);
    assertThat(warranty.comprehensive()).isTrue();
    assertThat(warranty.recallDays()).isNull();
    assertThat(contractors.agreement("RES-13", "LARK", "S-013", "OVN", DAY)).map(Agreement::recallDays).contains(30);
  }

  @Test
  void automatic_assignment_is_set_with_the_contractor_or_its_agreement() {
    assertThat(contractors.automaticAssignment("RES-11", "IRON", "S-031", "HVC", DAY)).isTrue();
    assertThat(contractors.automaticAssignment("RES-12", "CORR", "S-016", "REF", DAY)).isTrue();
    assertThat(contractors.automaticAssignment("RES-12", "CORR", "S-016", "HVC", DAY)).isFalse();
    assertThat(contractors.automaticAssignment("none", "CORR", "S-016", "HVC", DAY)).isFalse();
    assertThat(contractors.automaticAcceptance("RES-11")).isTrue();
    assertThat(contractors.automaticAcceptance("RES-12")).isFalse();
    assertThat(contractors.automaticAcceptance("none")).isFalse();
  }

  @Test
  void the_rate_agreed_with_the_client_goes_before_the_one_for_all() {
    assertThat(fee("LARK", Purpose.REACTIVE, true, DAY)).isEqualTo("62.00");
    assertThat(fee("LARK", Purpose.REACTIVE, false, DAY)).isEqualTo("95.00");
    assertThat(fee("LARK", Purpose.REACTIVE, true, LocalDate.of(2025, 12, 31))).isEqualTo("68.00");
    assertThat(fee("IRON", Purpose.REACTIVE, true, DAY)).isEqualTo("68.00");
    assertThat(fee("LARK", Purpose.REMOTE_FIX, true, DAY)).isEqualTo("16.00");
    assertThat(contractors.rateCard("RES-01", "LARK", Purpose.REACTIVE).at(moment(true, LocalDate.of(2020, 1, 1))))
        .isEmpty();
    assertThat(contractors.rateCard("RES-99", "LARK", Purpose.REACTIVE).isEmpty()).isTrue();
  }

  @Test
  void knows_who_is_registered_for_cis_and_who_has_no_address() {
    assertThat(contractors.find("RES-01").orElseThrow().isRegisteredForCis()).isTrue();
    assertThat(contractors.find("RES-06").orElseThrow().cisStatus()).isEqualTo(CisStatus.HIGHER);
    assertThat(contractors.find("RES-05").orElseThrow().isRegisteredForCis()).isFalse();
    assertThat(contractors.find("RES-19").orElseThrow().address()).isEmpty();
    assertThat(contractors.find("RES-99")).isEmpty();
  }

  @Test
  void a_contractor_has_opening_hours_of_its_own() {
    assertThat(contractors.openingHours("RES-02").isOpen(Instant.parse("2026-01-19T08:00:00Z"))).isTrue();
    assertThat(contractors.openingHours("RES-02").isOpen(Instant.parse("2026-01-19T17:30:00Z"))).isFalse();
    assertThat(contractors.openingHours("RES-07").isOpen(Instant.parse("2026-01-18T23:59:59Z"))).isTrue();
  }

  private String fee(String client, Purpose purpose, boolean inside, LocalDate on) {
    return contractors.rateCard("RES-01", client, purpose).at(moment(inside, on)).orElseThrow().callOutFee()
        .toPlainString();
  }

  private static Rate.Moment moment(boolean inside, LocalDate on) {
    return new Rate.Moment(on, false, inside, null, true);
  }

  private static List<String> why(List<RankedContractor> ranked) {
    return ranked.stream().map(found -> found.contractor().code() + " " + found.why()).toList();
  }
}
