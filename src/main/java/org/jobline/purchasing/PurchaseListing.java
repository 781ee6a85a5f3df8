package org.jobline.purchasing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lists show of purchasing orders, of many at once. */
@Repository
public class PurchaseListing {

  private final JdbcClient jdbc;

  PurchaseListing(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An order in a list.
   *
   * @param supplier null while none is chosen, like its name
   * @param subject what is bought, in a few words
   * @param promisedOn the first day for which something that is open is promised; null when nothing is
   * @param openAmount what is still to come, without VAT
   */
  public record Entry(
      @Nullable String supplier, @Nullable String supplierName, String subject, @Nullable LocalDate promisedOn,
      String currency, BigDecimal openAmount) {}

  /** By number; orders of other types are left out. */
  public Map<String, Entry> of(Collection<String> numbers) {
    Map<String, Entry> entries = new HashMap<>();
    jdbc.sql("""
        select p.number, p.supplier, s.name, p.currency,
          array_agg(l.description order by l.position) as items,
          min(l.promised_on) filter (where l.open > 0) as promised_on,
          sum(round(l.open * l.unit_denominator * l.unit_price / l.unit_numerator, 2)) as open_amount
        from purchase_order p
          join orders o on o.number = p.number
          left join supplier s on s.code = p.supplier
          cross join lateral (select line.*, case when o.cancelled_at is null
              then ordered - not_required - returned_for_credit - (received - returned) else 0 end as open
            from purchase_line line where line.order_number = p.number) l
        where p.number = any(?)
        group by p.number, p.supplier, s.name, p.currency""")
        .param(numbers.toArray(String[]::new))
        .query(row -> {
          entries.put(row.getString("number"), new Entry(
              row.getString("supplier"), row.getString("name"),
              PurchaseSubject.words(Arrays.asList((String[]) row.getArray("items").getArray())),
              row.getObject("promised_on", LocalDate.class), row.getString("currency"),
              row.getBigDecimal("open_amount")));
        });
    return entries;
  }
}
