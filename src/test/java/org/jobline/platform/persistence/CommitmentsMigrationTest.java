package org.jobline.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jobline.fixture.EarlierSchema;
import org.jobline.fixture.HelpdeskTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was authorised, waits, was refused or invoiced before is what counts afterwards. */
@HelpdeskTest
class CommitmentsMigrationTest {


  private final DataSource application;
  private EarlierSchema schema;
  private JdbcClient jdbc;

  CommitmentsMigrationTest(DataSource application) {
    this.application = application;
  }

  @BeforeEach
  void emptyDatabase() throws SQLException {
    schema = EarlierSchema.of(application, "commitments_migration", "20");
    jdbc = schema.jdbc();
    jdbc.sql("""
        insert into client (code, name, currency) values ('A', 'A', 'GBP');
        insert into priority values ('P', 'P', 1);
        insert into work_type (code, name) values ('W', 'W');
        insert into resource (code, name, time_zone) values ('R', 'R', 'UTC');
        insert into site (code, client, name, address, postcode, country, region, time_zone)
          values ('S', 'A', 'S', 'S', 'S', 'GB', 'N', 'UTC')""").update();
  }

  private void order(String number, String fixed) {
    jdbc.sql("""
        insert into work_order (number, type, status_code, status_name, client, site, work_type, priority, description,
          contact_name, logged_at, logged_by, version)
          values (:number, 'REACTIVE', '0.03', 'x', 'A', 'S', 'W', 'P', 'x', 'x', now(), 'agent', 0);
        insert into work_order_cost (order_number, currency, average_value, fixed, version)
          values (:number, 'GBP', 120, cast(:fixed as numeric), 0)""")
        .param("number", number).param("fixed", fixed).update();
  }

  private void request(String number, String state, boolean cancelled, String fixedBefore) {
    jdbc.sql("""
        insert into authorisation_request (order_number, kind, currency, amount_before, amount_after, fixed_before,
          asked_by, asked_at, state, order_cancelled, version)
          values (?, 'fixed cost', 'GBP', 120, 12500, cast(? as numeric), 'agent', now(), ?, ?, 0)""")
        .params(number, fixedBefore, state, cancelled).update();
  }

  private List<String> costs() {
    return jdbc.sql("""
        select concat_ws(' ', order_number, 'parts', parts, 'authorised', authorised,
          'allowed', coalesce(allowed_fixed::text, 'none'), coalesce(allowed_for, 'to be asked'))
        from work_order_cost order by order_number""").query(String.class).list();
  }

  private void invoice(String number, String state) {
    jdbc.sql("""
        insert into invoice (order_number, resource, invoice_number, dated, currency, labour, materials, vat, cis,
          cis_rate, deduction, payable, final, state, reasons, recorded_by, recorded_at)
          values ('R-1', 'R', ?, '2026-11-01', 'GBP', 1, 0, 0, false, 0, 0, 1, false, ?, 'wrong times, above estimate',
            'fred', now())""").params(number, state).update();
  }

  @Test
  void numbers_recorded_twice_before_that_counted_are_kept() {
    order("R-1", null);
    invoice("CG-1001", "accepted");
    invoice("cg 1001", "accepted");
    invoice("CG1001", "rejected");
    invoice("---", "accepted");
    schema.migrate("31");
    assertThat(jdbc.sql("select number_key from invoice order by id").query(String.class).list())
        .containsExactly("CG1001", "CG1001#2", "CG1001", "---");
    assertThat(jdbc.sql("select distinct reasons from invoice").query(String.class).list())
        .containsExactly("wrong times\nabove estimate");
  }

  @Test
  void orders_keep_what_was_authorised_and_are_asked_about_again() {
    order("R-1", null);
    order("R-2", "12500");
    request("R-2", "AUTHORISED", false, null);
    order("R-3", "12500");
    request("R-3", "WAITING", false, "300");
    order("R-4", "12500");
    request("R-4", "REFUSED", true, null);
    jdbc.sql("""
        insert into visit (order_number, attending, started_at, stopped_at, reasons, parts_cost) values
          ('R-1', 1, now(), now(), '{}', 7.50), ('R-1', 1, now(), null, '{}', 0)""").update();
    schema.migrate("30");
    assertThat(costs()).containsExactly(
        "R-1 parts 7.50 authorised 0.00 allowed none to be asked",
        "R-2 parts 0.00 authorised 12500.00 allowed 12500.00 to be asked",
        "R-3 parts 0.00 authorised 0.00 allowed 300.00 to be asked",
        "R-4 parts 0.00 authorised 0.00 allowed none to be asked");
    assertThat(jdbc.sql("select distinct commitment::text from authorisation_request").query(String.class).list())
        .containsExactly("12500.00");
  }
}
