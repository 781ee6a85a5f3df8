package org.jobline.purchasing;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Amendments of purchasing orders, which are added and read and never changed. */
@Repository
class PurchaseAmendmentRepository {

  private final JdbcClient jdbc;

  PurchaseAmendmentRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(String order, Amendment amendment) {
    jdbc.sql("""
        insert into purchase_amendment (order_number, sequence, number, reason, undoes, delivery_charge_before,
          delivery_charge_after, net_before, net_after, sheet_version, recorded_by, recorded_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(order, amendment.sequence(), amendment.number(), amendment.reason(), amendment.undoes(),
            amendment.chargeBefore(), amendment.chargeAfter(), amendment.netBefore().amount(),
            amendment.netAfter().amount(), amendment.sheetVersion(), amendment.recordedBy(),
            Timestamp.from(amendment.recordedAt()))
        .update();
    amendment.lines().forEach(line -> insert(order, amendment.sequence(), line));
  }

  private void insert(String order, int sequence, Amendment.Line line) {
    Amendment.Item item = line.item();
    Amendment.Terms before = line.before();
    Amendment.Terms after = line.after();
    jdbc.sql("""
        insert into purchase_amendment_line (order_number, sequence, position, part, description, unit_name,
          unit_base_unit, unit_places, unit_numerator, unit_denominator, vat_rate, tolerance_percent, promised_on,
          ordered_before, kept_before, price_before, required_before, ordered_after, kept_after, price_after,
          required_after)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(order, sequence, line.position(), item.part(), item.description(), item.unit().name(),
            item.unit().baseUnit(), item.unit().places(), item.unit().numerator(), item.unit().denominator(),
            item.vatRate(), item.tolerancePercent(), item.promisedOn(),
            before == null ? null : before.ordered(), before == null ? null : before.kept(),
            before == null ? null : before.price().amount(), before == null ? null : before.requiredBy(),
            after == null ? null : after.ordered(), after == null ? null : after.kept(),
            after == null ? null : after.price().amount(), after == null ? null : after.requiredBy())
        .update();
  }

  /** Empty when the order was never amended. */
  Optional<Amendment> last(String order, String currency) {
    return jdbc.sql("select * from purchase_amendment where order_number = ? order by sequence desc limit 1").param(order)
        .query((row, index) -> amendment(row, currency, lines(order, row.getInt("sequence"), currency))).optional();
  }

  private List<Amendment.Line> lines(String order, int sequence, String currency) {
    return jdbc.sql("select * from purchase_amendment_line where order_number = ? and sequence = ? order by position")
        .params(order, sequence).query((row, index) -> line(row, currency)).list();
  }

  private static Amendment amendment(ResultSet row, String currency, List<Amendment.Line> lines) throws SQLException {
    return new Amendment(
        row.getInt("sequence"), row.getString("number"), row.getString("reason"), row.getString("undoes"),
        row.getBigDecimal("delivery_charge_before"), row.getBigDecimal("delivery_charge_after"),
        new Money(row.getBigDecimal("net_before"), currency), new Money(row.getBigDecimal("net_after"), currency),
        row.getObject("sheet_version", Integer.class), lines, row.getString("recorded_by"),
        row.getTimestamp("recorded_at").toInstant());
  }

  private static Amendment.Line line(ResultSet row, String currency) throws SQLException {
    return new Amendment.Line(
        row.getInt("position"),
        new Amendment.Item(row.getString("part"), row.getString("description"),
            new UnitOfPurchase(row.getString("unit_name"), row.getString("unit_base_unit"), row.getInt("unit_places"),
                row.getLong("unit_numerator"), row.getLong("unit_denominator")),
            row.getBigDecimal("vat_rate"), row.getBigDecimal("tolerance_percent"),
            row.getObject("promised_on", LocalDate.class)),
        terms(row, "before", currency), terms(row, "after", currency));
  }

  private static Amendment.@Nullable Terms terms(ResultSet row, String when, String currency) throws SQLException {
    BigDecimal ordered = row.getBigDecimal("ordered_" + when);
    return ordered == null ? null : new Amendment.Terms(
        ordered, row.getBigDecimal("kept_" + when), new Money(row.getBigDecimal("price_" + when), currency),
        row.getObject("required_" + when, LocalDate.class));
  }
}
