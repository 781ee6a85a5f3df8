package org.jobline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jobline.referencedata.contractor.ContractorService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@WithDemoData
class DemoReferenceDataTest {

  @Autowired private DemoReferenceData demo;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private ContractorService contractors;

  @Test
  void the_estate_has_three_clients_40_sites_with_two_contacts_each_and_25_contractors() {
    assertThat(count("client")).isEqualTo(3);
    assertThat(count("site")).isEqualTo(40);
    assertThat(jdbc.queryForList("select count(*) from contact group by site", Integer.class))
        .hasSize(40)
        .containsOnly(2);
    assertThat(count("resource")).isEqualTo(25);
    assertThat(count("priority")).isEqualTo(4);
  }

  @Test
  void loading_it_again_changes_nothing() {
    demo.load();
    assertThat(count("site")).isEqualTo(40);
    assertThat(count("rate")).isEqualTo(jdbc.queryForObject(
        "select count(*) from (select distinct resource, client_group, purpose, working_hours, days, kind,"
            + " response_minutes, within_sla from rate) r", Integer.class));
  }

  @Test
  void rates_of_every_use_and_kind_can_be_tried() {
    assertThat(distinct("purpose")).containsExactlyInAnyOrder("reactive", "remote fix", "day");
    assertThat(distinct("kind")).containsExactlyInAnyOrder("hours", "response", "service level");
    assertThat(distinct("unnest(days)")).contains("SAT", "SUN", "HOL");
    assertThat(count("agreement where comprehensive")).isPositive();
    assertThat(count("agreement where recall_charge <> 'full'")).isPositive();
  }

  private List<String> distinct(String column) {
    return jdbc.queryForList("select distinct " + column + " from rate", String.class);
  }

  @Test
  void every_site_and_contractor_has_opening_hours() {
    assertThat(jdbc.queryForObject("select count(distinct site) from opening_hours", Integer.class)).isEqualTo(40);
    assertThat(jdbc.queryForObject("select count(distinct resource) from opening_hours", Integer.class)).isEqualTo(25);
  }

  @Test
  void somebody_can_do_every_work_a_client_usually_orders_at_each_of_his_sites() {
    List<Map<String, Object>> work = jdbc.queryForList(
        "select s.client, s.code as site, a.work_type from site s join average_order_value a on a.client = s.client");
    assertThat(work).isNotEmpty().allSatisfy(row -> assertThat(contractors.ranked(
        (String) row.get("client"), (String) row.get("site"), (String) row.get("work_type"),
        LocalDate.of(2026, 11, 23), Set.of())).as(row.toString()).isNotEmpty());
  }

  @Test
  void demo_addresses_are_never_real() {
    assertThat(jdbc.queryForList(
        "select email from contact where email is not null"
            + " union all select email from resource where email is not null"
            + " union all select email from supplier where email is not null", String.class)).isNotEmpty()
        .allMatch(address -> address.endsWith(".example"));
  }

  @Test
  void twelve_suppliers_sell_hundreds_of_parts_each_client_buys_in_its_own_currency() {
    assertThat(count("supplier")).isEqualTo(12);
    assertThat(jdbc.queryForList("select distinct client from supplier_client", String.class))
        .containsExactlyInAnyOrder("LARK", "CORR", "IRON");
    assertThat(count("supplier where code not in (select supplier from supplier_client)")).isZero();
    assertThat(jdbc.queryForList("select distinct sent_by from supplier", String.class))
        .containsExactlyInAnyOrder("e-mail", "telephone", "automatic");
    assertThat(count("supplier_part")).isEqualTo(863);
    assertThat(jdbc.queryForList("select count(*) from supplier_part group by supplier", Integer.class))
        .hasSize(12).allMatch(parts -> parts >= 30);
    assertThat(count("supplier_part where base_numerator > 1")).isGreaterThan(300);
    assertThat(count("supplier_part where base_denominator > 1")).isPositive();
    assertThat(count("supplier_part where minimum_quantity is not null")).isPositive();
    assertThat(count("supplier_part where not active")).isPositive();
    assertThat(jdbc.queryForList("select distinct vat_rate::text from supplier_part", String.class))
        .containsExactlyInAnyOrder("0.00", "13.50", "20.00", "23.00");
    assertThat(count("(select distinct supplier, part from supplier_price_break) as cheaper")).isGreaterThan(400);
  }

  @Test
  void larger_quantities_of_the_demo_parts_are_never_dearer() {
    assertThat(count("supplier_price_break b join supplier_part p on p.supplier = b.supplier and p.code = b.part"
        + " where b.price >= p.price")).isZero();
  }

  private int count(String table) {
    return jdbc.queryForObject("select count(*) from " + table, Integer.class);
  }
}
