package org.jobline.money.invoice;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What a contractor asks to be paid for an order.
 *
 * @param resource its code when the invoice was recorded
 * @param labour net of VAT; everything where the order is no CIS work
 * @param cisRate percent of the labour
 * @param isFinal no other is expected after it
 * @param reasons why it waits or waited for finance
 */
record Invoice(
    long id,
    String orderNumber,
    String resource,
    String invoiceNumber,
    LocalDate dated,
    String currency,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal labour,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal materials,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal vat,
    boolean cis,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal cisRate,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal deduction,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal payable,
    boolean isFinal,
    State state,
    List<String> reasons,
    String recordedBy,
    Instant recordedAt) {

  enum State {
    WAITING,
    ACCEPTED,
    REJECTED;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean isAccepted() {
    return state == State.ACCEPTED;
  }

  InvoiceAmounts amounts() {
    return new InvoiceAmounts(labour, materials, vat, cisRate);
  }

  /** @param found why it has to wait; empty: it is accepted */
  Invoice matched(List<String> found) {
    return new Invoice(
        id, orderNumber, resource, invoiceNumber, dated, currency, labour, materials, vat, cis, cisRate, deduction,
        payable, isFinal, found.isEmpty() ? State.ACCEPTED : State.WAITING, found, recordedBy, recordedAt);
  }

  @JsonFormat(shape = JsonFormat.Shape.STRING)
  public BigDecimal net() {
    return labour.add(materials);
  }
}
