package org.jobline.purchasing;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jobline.purchasing.PurchaseInvoice.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents of purchasing orders, which are added and read and never changed. */
@Repository
class PurchaseDocumentRepository {

  private static final BigDecimal ZERO = BigDecimal.ZERO;

  private final JdbcClient jdbc;

  PurchaseDocumentRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(String order, Movement movement) {
    Movement.Particulars said = movement.particulars();
    jdbc.sql("""
        insert into purchase_movement (order_number, sequence, kind, number, delivery_note, carrier, tracking_number,
          reason, notes, undoes, recorded_by, recorded_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(order, movement.sequence(), movement.kind().name(), movement.number(), said.deliveryNote(),
            said.carrier(), said.trackingNumber(), said.reason(), said.notes(), said.undoes(), movement.recordedBy(),
            at(movement.recordedAt()))
        .update();
    for (int i = 0; i < movement.lines().size(); i++) {
      insert(order, movement.sequence(), i + 1, movement.lines().get(i));
    }
  }

  private void insert(String order, int sequence, int ordinal, Movement.Line line) {
    QuantityChange change = line.change();
    jdbc.sql("""
        insert into purchase_movement_line (order_number, sequence, ordinal, position, kept, dispatched, received,
          returned, returned_for_credit, not_required, dispatched_on, return_reason, authorisation_number, note)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(order, sequence, ordinal, line.position(), change.kept(), change.dispatched(), change.received(),
            change.returned(), change.returnedForCredit(), change.notRequired(), line.date(),
            line.returnReason() == null ? null : line.returnReason().name(), line.authorisationNumber(), line.note())
        .update();
  }

  List<Movement> movements(String order) {
    Map<Integer, List<Movement.Line>> lines = bySequence(
        "select * from purchase_movement_line where order_number = ? order by sequence, ordinal", order,
        (row, index) -> movementLine(row));
    return jdbc.sql("select * from purchase_movement where order_number = ? order by sequence").param(order)
        .query((row, index) -> movement(row, lines)).list();
  }

  /** What belongs to each document of the order. */
  private <T> Map<Integer, List<T>> bySequence(String sql, String order, RowMapper<T> mapper) {
    return jdbc.sql(sql).param(order)
        .query((row, index) -> Map.entry(row.getInt("sequence"), mapper.mapRow(row, index))).list().stream()
        .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static Movement movement(ResultSet row, Map<Integer, List<Movement.Line>> lines) throws SQLException {
    Movement.Particulars said = new Movement.Particulars(
        row.getString("delivery_note"), row.getString("carrier"), row.getString("tracking_number"),
        row.getString("reason"), row.getString("notes"), row.getString("undoes"));
    return new Movement(
        row.getInt("sequence"), Movement.Kind.valueOf(row.getString("kind")), row.getString("number"), said,
        lines.getOrDefault(row.getInt("sequence"), List.of()), row.getString("recorded_by"),
        row.getTimestamp("recorded_at").toInstant());
  }

  private static Movement.Line movementLine(ResultSet row) throws SQLException {
    BigDecimal kept = row.getBigDecimal("kept");
    QuantityChange change = new QuantityChange(
        kept, kept, row.getBigDecimal("dispatched"), row.getBigDecimal("received"), row.getBigDecimal("returned"),
        row.getBigDecimal("returned_for_credit"), row.getBigDecimal("not_required"), ZERO, ZERO);
    String reason = row.getString("return_reason");
    return new Movement.Line(
        row.getInt("position"), change, row.getObject("dispatched_on", LocalDate.class),
        reason == null ? null : ReturnedItem.Reason.valueOf(reason), row.getString("authorisation_number"),
        row.getString("note"));
  }

  void insert(String order, PurchaseInvoice invoice) {
    PurchaseInvoice.Credit credit = invoice.credit();
    jdbc.sql("""
        insert into purchase_invoice (order_number, sequence, supplier, number, dated, by_total, credit_kind, credits,
          return_number, other, vat, recorded_by, recorded_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(order, invoice.sequence(), invoice.supplier(), invoice.number().typed(), invoice.dated(),
            invoice.isByTotal(), credit == null ? null : credit.kind().name(), credit == null ? null : credit.invoice(),
            credit == null ? null : credit.returnNumber(), invoice.other().amount(), invoice.vat().amount(),
            invoice.recordedBy(), at(invoice.recordedAt()))
        .update();
    invoice.lines().forEach(line -> jdbc.sql("""
        insert into purchase_invoice_line (order_number, sequence, position, billed, credited, not_required, net)
        values (?, ?, ?, ?, ?, ?, ?)""")
        .params(order, invoice.sequence(), line.position(), line.change().billed(), line.change().credited(),
            line.change().notRequired(), line.net().amount())
        .update());
  }

  /** False when the supplier's number is in use, by an invoice that may be recorded at this very moment. */
  boolean takeNumber(String order, PurchaseInvoice invoice) {
    return jdbc.sql("""
        insert into purchase_invoice_number (supplier, number_key, order_number, sequence) values (?, ?, ?, ?)
        on conflict do nothing""")
        .params(invoice.supplier(), invoice.number().key(), order, invoice.sequence())
        .update() == 1;
  }

  void releaseNumber(String order, PurchaseInvoice invoice) {
    jdbc.sql("delete from purchase_invoice_number where order_number = ? and sequence = ?")
        .params(order, invoice.sequence()).update();
  }

  /** The order that has an invoice of this number. */
  Optional<String> orderOfNumber(PurchaseInvoice invoice) {
    return jdbc.sql("select order_number from purchase_invoice_number where supplier = ? and number_key = ?")
        .params(invoice.supplier(), invoice.number().key()).query(String.class).optional();
  }

  void insert(String order, int invoice, int ordinal, Decision decision) {
    jdbc.sql("""
        insert into purchase_invoice_decision (order_number, sequence, ordinal, state, final, mismatches, remark,
          decided_by, decided_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(order, invoice, ordinal, decision.state().name(), decision.isFinal(),
            String.join("\n", decision.mismatches()), decision.remark(), decision.by(), at(decision.at()))
        .update();
  }

  List<PurchaseInvoice> invoices(String order, String currency) {
    Map<Integer, List<PurchaseInvoice.Line>> lines = bySequence(
        "select * from purchase_invoice_line where order_number = ? order by sequence, position", order,
        (row, index) -> invoiceLine(row, currency));
    Map<Integer, List<Decision>> decisions = bySequence(
        "select * from purchase_invoice_decision where order_number = ? order by sequence, ordinal", order,
        (row, index) -> decision(row));
    return jdbc.sql("select * from purchase_invoice where order_number = ? order by sequence").param(order)
        .query((row, index) -> invoice(row, currency, lines, decisions)).list();
  }

  private static PurchaseInvoice invoice(
      ResultSet row, String currency, Map<Integer, List<PurchaseInvoice.Line>> lines,
      Map<Integer, List<Decision>> decisions) throws SQLException {
    int sequence = row.getInt("sequence");
    return new PurchaseInvoice(
        sequence, row.getString("supplier"), new DocumentNumber(row.getString("number")),
        row.getObject("dated", LocalDate.class), row.getBoolean("by_total"), credit(row),
        lines.getOrDefault(sequence, List.of()), new Money(row.getBigDecimal("other"), currency),
        new Money(row.getBigDecimal("vat"), currency), decisions.getOrDefault(sequence, List.of()),
        row.getString("recorded_by"), row.getTimestamp("recorded_at").toInstant());
  }

  private static PurchaseInvoice.@Nullable Credit credit(ResultSet row) throws SQLException {
    String kind = row.getString("credit_kind");
    return kind == null ? null : new PurchaseInvoice.Credit(
        CreditKind.valueOf(kind), row.getInt("credits"), row.getString("return_number"));
  }

  private static PurchaseInvoice.Line invoiceLine(ResultSet row, String currency) throws SQLException {
    QuantityChange change = QuantityChange.ofBilled(row.getBigDecimal("billed"))
        .plus(QuantityChange.ofCredited(row.getBigDecimal("credited"), row.getBigDecimal("not_required")));
    return new PurchaseInvoice.Line(row.getInt("position"), change, new Money(row.getBigDecimal("net"), currency));
  }

  private static Decision decision(ResultSet row) throws SQLException {
    String mismatches = row.getString("mismatches");
    return new Decision(
        PurchaseInvoice.State.valueOf(row.getString("state")), row.getBoolean("final"),
        mismatches.isEmpty() ? List.of() : List.of(mismatches.split("\n")), row.getString("remark"),
        row.getString("decided_by"), row.getTimestamp("decided_at").toInstant());
  }

  /** The driver takes no Instant. */
  private static Timestamp at(Instant instant) {
    return Timestamp.from(instant);
  }
}
