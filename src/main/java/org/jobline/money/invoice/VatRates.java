package org.jobline.money.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import org.jobline.platform.engine.DecisionTables;
import org.springframework.stereotype.Component;

/** What VAT an invoice may have: the table {@code vat-rates}. */
@Component
class VatRates {

  private final DecisionTables decisionTables;

  VatRates(DecisionTables decisionTables) {
    this.decisionTables = decisionTables;
  }

  /**
   * Whether it is no more than the highest rate makes of the net amount; a penny begun counts, since an invoice may
   * have rounded each of its lines.
   */
  boolean allow(InvoiceAmounts amounts, String country, LocalDate dated) {
    BigDecimal percent = decisionTables.column("vat-rates", Map.of("country", country, "day", day(dated)), "percent")
        .stream().findFirst().map(BigDecimal::new).orElse(BigDecimal.ZERO);
    return amounts.vat()
        .compareTo(amounts.net().multiply(percent).movePointLeft(2).setScale(2, RoundingMode.UP)) <= 0;
  }

  /** As the tables count days. */
  static int day(LocalDate date) {
    return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
  }
}
