package org.jobline.money.invoice;

import java.time.LocalDate;
import org.jobline.action.Fields;

/** @param isFinal whether nothing else will be invoiced */
record NewInvoice(InvoiceNumber number, LocalDate dated, boolean isFinal, Claim claim) {

  /** @throws org.jobline.platform.error.InvalidFieldsException when its number has no letters or digits */
  static NewInvoice of(Fields form) {
    return new NewInvoice(new InvoiceNumber(form.text("invoiceNumber").orElseThrow()),
        form.date("dated").orElseThrow(), form.ticked("isFinal"), Claim.of(form));
  }
}
