package org.jobline.money.invoice;

import java.text.Normalizer;
import java.util.Locale;
import org.jobline.platform.error.InvalidFieldsException;

/**
 * How a contractor numbers an invoice.
 *
 * @param typed as it stands on the invoice
 */
record InvoiceNumber(String typed) {

  /** @throws InvalidFieldsException when nothing is left of it without blanks and punctuation */
  InvoiceNumber {
    if (key(typed).isEmpty()) {
      throw new InvalidFieldsException("invoiceNumber", "Contractor's invoice no. must have letters or digits.");
    }
  }

  /** What two ways of writing the same number have in common. */
  String key() {
    return key(typed);
  }

  private static String key(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return typed;
  }
}
