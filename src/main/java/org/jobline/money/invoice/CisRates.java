package org.jobline.money.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jobline.platform.engine.DecisionTables;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.referencedata.contractor.Contractor;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** What is deducted from labour under the Construction Industry Scheme: the table {@code cis-rates}. */
@Component
class CisRates {

  private final DecisionTables decisionTables;

  CisRates(DecisionTables decisionTables) {
    this.decisionTables = decisionTables;
  }

  /** @throws InvalidFieldsException when the table has none for the day */
  BigDecimal percent(WorkOrder order, Contractor contractor, LocalDate on) {
    if (!order.isCis()) {
      return BigDecimal.ZERO;
    }
    Map<String, Object> inputs = Map.of("status", contractor.cisStatus().label(), "day", VatRates.day(on));
    return decisionTables.column("cis-rates", inputs, "percent")
        .stream().findFirst().map(BigDecimal::new).orElseThrow(() ->
            new InvalidFieldsException("dated", "There is no CIS rate for this invoice date. Check the date."));
  }
}
