package org.jobline.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jobline.fixture.HelpdeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A few purchases, written by hand as the purchase log has them, on the real helpdesk. */
@HelpdeskTest
class PurchaseReplayTest {

  private static final String LOG = """
      delivered   2018-01-02T12:53 SRM: Created
      delivered   2018-01-02T13:53 Create Purchase Order Item
      delivered   2018-01-03T08:00 Receive Order Confirmation
      delivered   2018-01-04T08:00 Update Order Confirmation
      delivered   2018-03-06T06:44 Record Goods Receipt
      delivered   2018-03-06T06:44 Record Service Entry Sheet
      delivered   2018-03-06T07:53 Record Invoice Receipt
      delivered   2018-03-29T13:06 Clear Invoice
      ancient     1948-01-26T22:59 Vendor creates invoice
      ancient     2018-05-30T09:00 Create Purchase Order Item
      ancient     2018-06-01T09:00 Record Goods Receipt
      ancient     2020-04-09T21:59 Record Invoice Receipt
      cancelled   2018-01-02T10:00 Create Purchase Order Item
      cancelled   2018-01-03T10:00 Delete Purchase Order Item
      cancelled   2018-01-04T10:00 Delete Purchase Order Item
      reactivated 2018-01-02T10:00 Create Purchase Order Item
      reactivated 2018-01-03T10:00 Delete Purchase Order Item
      reactivated 2018-01-04T10:00 Reactivate Purchase Order Item
      reactivated 2018-01-05T10:00 Record Goods Receipt
      changed     2018-01-02T10:00 Create Purchase Order Item
      changed     2018-01-03T10:00 Change Quantity
      changed     2018-01-04T10:00 Change Price
      changed     2018-01-05T10:00 Record Goods Receipt
      changed     2018-01-05T11:00 Cancel Goods Receipt
      changed     2018-01-06T10:00 Record Goods Receipt
      changed     2018-01-07T10:00 Record Invoice Receipt
      changed     2018-01-08T10:00 Delete Purchase Order Item
      changed     2018-01-09T10:00 Clear Invoice
      late        2018-01-02T10:00 Create Purchase Order Item
      late        2018-01-03T10:00 Delete Purchase Order Item
      late        2018-09-05T10:00 Record Goods Receipt""";

  private final Replay replay;
  private final JdbcClient jdbc;

  PurchaseReplayTest(Replay replay, JdbcClient jdbc) {
    this.replay = replay;
    this.jdbc = jdbc;
  }

  private static String xes() {
    return LOG.lines().collect(Collectors.groupingBy(
            line -> line.split("\\s+")[0], LinkedHashMap::new, Collectors.toList())).entrySet().stream()
        .map(trace -> "<trace><string key='concept:name' value='" + trace.getKey() + "'/>"
            + trace.getValue().stream().map(PurchaseReplayTest::event).collect(Collectors.joining()) + "</trace>")
        .collect(Collectors.joining("\n", "<log>", "</log>"));
  }

  private static String event(String line) {
    String[] parts = line.split("\\s+", 3);
    return "<event><date key='time:timestamp' value='" + parts[1] + ":00+00:00'/><string key='concept:name' value='"
        + parts[2] + "'/></event>";
  }

  private String status(String name) {
    return jdbc.sql("select o.status_code from replay.progress c join orders o on o.number = c.order_number"
        + " where c.case_name = ?").param(name).query(String.class).single();
  }

  private List<String> actions(String name) {
    return jdbc.sql("select e.action from replay.progress c join order_event e on e.order_number = c.order_number"
        + " where c.case_name = ? order by e.sequence").param(name).query(String.class).list();
  }

  @Test
  void purchase_log_becomes_purchasing_orders(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("purchases.xes"), xes());
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    boolean holds = replay.run(file, 2, false, new PrintStream(out, true, StandardCharsets.UTF_8));

    String printed = out.toString(StandardCharsets.UTF_8);
    assertThat(holds).as(printed).isTrue();
    assertThat(printed).contains("purchases.xes as PURCHASING: 6 cases, 31 events", "Actions refused: 0",
        "Orders that cannot go on: 0", "Orders that differ from their events or processes: 0");
    assertThat(status("delivered")).isEqualTo("5.42");
    assertThat(actions("delivered")).containsExactly("create-purchasing-order", "add-notes-public", "po-submit",
        "po-acknowledge", "po-delivery-dates", "po-receipt", "po-receipt", "po-record-invoice", "add-notes-public");
    assertThat(status("ancient")).isEqualTo("5.42");
    assertThat(jdbc.sql("select extract(year from o.logged_at) from replay.progress c join orders o"
        + " on o.number = c.order_number where c.case_name = 'ancient'").query(Integer.class).single()).isEqualTo(1948);
    assertThat(status("cancelled")).isEqualTo("1.49");
    assertThat(actions("cancelled")).endsWith("po-cancel", "add-notes-public");
    assertThat(status("reactivated")).isEqualTo("5.40");
    assertThat(actions("reactivated")).endsWith("po-cancel", "add-notes-public", "po-reinstate", "po-receipt");
    assertThat(status("changed")).isEqualTo("5.42");
    assertThat(actions("changed")).endsWith("po-edit-items", "po-edit-items", "po-receipt", "po-return-items",
        "po-receipt", "po-record-invoice", "po-remaining-not-required", "add-notes-public");
    assertThat(status("late")).isEqualTo("1.49");
    assertThat(actions("late")).endsWith("po-cancel", "add-notes-public");
  }
}
