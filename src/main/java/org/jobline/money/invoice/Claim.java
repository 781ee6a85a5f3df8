package org.jobline.money.invoice;

import java.math.BigDecimal;
import java.util.Optional;
import org.jobline.action.Fields;
import org.jobline.platform.error.InvalidFieldsException;

/**
 * What a contractor wants to be paid, as its form has it.
 *
 * @param net empty on CIS work, where labour and materials are told apart
 */
record Claim(Optional<BigDecimal> net, Optional<BigDecimal> labour, Optional<BigDecimal> materials, BigDecimal vat) {

  static Claim of(Fields form) {
    return new Claim(
        form.number("net"), form.number("labour"), form.number("materials"), form.number("vat").orElseThrow());
  }

  /**
   * @param cisRate percent of the labour that is deducted
   * @throws InvalidFieldsException when it comes to nothing
   */
  InvoiceAmounts amounts(boolean cis, BigDecimal cisRate) {
    BigDecimal work = (cis ? labour : net).orElseThrow();
    BigDecimal used = cis ? materials.orElseThrow() : BigDecimal.ZERO;
    if (work.add(used).signum() == 0) {
      throw new InvalidFieldsException(cis ? "labour" : "net", "The invoice amount must be more than 0.");
    }
    return new InvoiceAmounts(work, used, vat, cisRate);
  }
}
