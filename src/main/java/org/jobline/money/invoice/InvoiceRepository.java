package org.jobline.money.invoice;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InvoiceRepository {

  private final JdbcClient jdbc;

  InvoiceRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Invoice> of(String orderNumber) {
    return jdbc.sql("select * from invoice where order_number = ? order by id")
        .param(orderNumber).query(InvoiceRepository::read).list();
  }

  /** Those of CIS work that were accepted; both days are included. */
  List<Invoice> cis(LocalDate from, LocalDate to) {
    return jdbc.sql("""
        select * from invoice where cis and state = 'accepted' and dated between ? and ?
        order by resource, currency, id""")
        .params(from, to).query(InvoiceRepository::read).list();
  }

  /** False when the contractor has another invoice of that number, which may be recorded at this very moment. */
  boolean insert(Invoice invoice, InvoiceNumber number) {
    return jdbc.sql("""
        insert into invoice (order_number, resource, invoice_number, number_key, dated, currency, labour, materials,
          vat, cis, cis_rate, deduction, payable, final, state, reasons, recorded_by, recorded_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (resource, number_key) where state <> 'rejected' do nothing""")
        .params(invoice.orderNumber(), invoice.resource(), number.typed(), number.key(), invoice.dated(),
            invoice.currency(), invoice.labour(), invoice.materials(), invoice.vat(), invoice.cis(),
            invoice.cisRate(), invoice.deduction(), invoice.payable(), invoice.isFinal(), invoice.state().label(),
            String.join("\n", invoice.reasons()), invoice.recordedBy(),
            Timestamp.from(invoice.recordedAt())) // the driver takes no Instant
        .update() == 1;
  }

  void correct(long id, InvoiceAmounts amounts) {
    jdbc.sql("update invoice set labour = ?, materials = ?, vat = ?, deduction = ?, payable = ? where id = ?")
        .params(amounts.labour(), amounts.materials(), amounts.vat(), amounts.deduction(), amounts.payable(), id)
        .update();
  }

  void move(long id, Invoice.State state, List<String> reasons) {
    jdbc.sql("update invoice set state = ?, reasons = ? where id = ?")
        .params(state.label(), String.join("\n", reasons), id).update();
  }

  void unmarkFinal(String orderNumber) {
    jdbc.sql("update invoice set final = false where order_number = ? and final").param(orderNumber).update();
  }

  List<StagedPayment> stages(String orderNumber) {
    return jdbc.sql("select due_on, amount from staged_payment where order_number = ? order by due_on, id")
        .param(orderNumber)
        .query((row, index) -> new StagedPayment(row.getObject("due_on", LocalDate.class), row.getBigDecimal("amount")))
        .list();
  }

  void replaceStages(String orderNumber, List<StagedPayment> stages) {
    jdbc.sql("delete from staged_payment where order_number = ?").param(orderNumber).update();
    stages.forEach(stage -> jdbc.sql("insert into staged_payment (order_number, due_on, amount) values (?, ?, ?)")
        .params(orderNumber, stage.date(), stage.amount()).update());
  }

  Optional<BigDecimal> tolerancePercent(String client) {
    return jdbc.sql("select invoice_tolerance_percent from client where code = ?").param(client)
        .query(BigDecimal.class).optional();
  }

  private static Invoice read(ResultSet row, int index) throws SQLException {
    String reasons = row.getString("reasons");
    return new Invoice(
        row.getLong("id"), row.getString("order_number"), row.getString("resource"), row.getString("invoice_number"),
        row.getObject("dated", LocalDate.class), row.getString("currency"), row.getBigDecimal("labour"),
        row.getBigDecimal("materials"), row.getBigDecimal("vat"), row.getBoolean("cis"), row.getBigDecimal("cis_rate"),
        row.getBigDecimal("deduction"), row.getBigDecimal("payable"), row.getBoolean("final"),
        Invoice.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        reasons.isEmpty() ? List.of() : List.of(reasons.split("\n")),
        row.getString("recorded_by"), row.getTimestamp("recorded_at").toInstant());
  }
}
