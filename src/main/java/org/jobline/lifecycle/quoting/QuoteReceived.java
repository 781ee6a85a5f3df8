package org.jobline.lifecycle.quoting;

import java.math.BigDecimal;
import java.util.Optional;
import org.jobline.action.Fields;
import org.jobline.workorder.quoting.Quote;

/**
 * What a contractor answered, as an agent took it down.
 *
 * @param outcome quoted, confirmed, declined or withdrawn
 */
record QuoteReceived(
    String contractor, String outcome, BigDecimal labour, BigDecimal parts, BigDecimal other, Optional<BigDecimal> vat,
    int validForDays, Quote.Terms terms, Optional<String> reason) {

  static QuoteReceived of(Fields form) {
    return new QuoteReceived(
        form.text("resource").orElseThrow(), form.text("outcome").orElseThrow(), amount(form, "labour"),
        amount(form, "parts"), amount(form, "other"), form.number("vat"),
        form.number("validForDays").map(BigDecimal::intValue).orElse(0),
        new Quote.Terms(
            form.number("personnel").map(BigDecimal::intValue).orElse(null),
            form.number("leadDays").map(BigDecimal::intValue).orElse(null),
            form.text("impact").orElse(null), form.text("reference").orElse(null)),
        form.text("reason"));
  }

  private static BigDecimal amount(Fields form, String field) {
    return form.number(field).orElse(BigDecimal.ZERO);
  }
}
