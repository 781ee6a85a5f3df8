package org.jobline.purchasing;

import java.util.Map;
import org.jobline.platform.error.FieldError;
import org.jobline.platform.error.InvalidFieldsException;

/** What is wrong with a command is said at the fields of the form it was read from, which may call them otherwise. */
final class FormErrors {

  static final Map<String, String> OF_DELIVERIES =
      Map.of(ReturnCheck.RETURNS, PurchasingForms.LINES, "document", "entry");
  static final Map<String, String> OF_INVOICES = Map.of("invoiceNumber", "number", "total", "net");
  static final Map<String, String> OF_CREDIT_NOTES =
      Map.of("invoiceNumber", "number", "return", "returnNumber", Findings.LINES, "credited");
  static final Map<String, String> OF_UNMARKING = Map.of("invoiceNumber", "reason");
  static final Map<String, String> OF_DECISIONS = Map.of("invoiceNumber", "decision");

  private FormErrors() {}

  /** @param fields what the form calls the fields of the command; those it calls the same are left out */
  static void at(Map<String, String> fields, Runnable command) {
    try {
      command.run();
    } catch (InvalidFieldsException e) {
      throw new InvalidFieldsException(e.errors().stream()
          .map(error -> new FieldError(fields.getOrDefault(error.field(), error.field()), error.message())).toList());
    }
  }
}
