package org.jobline.money.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What an invoice comes to and what is paid of it (domain/money.md, CIS). Net is always payable + deduction - VAT.
 *
 * @param labour net of VAT
 * @param materials net of VAT
 * @param cisRate percent of the labour that is deducted for the tax authority; 0 where the order is no CIS work
 */
record InvoiceAmounts(BigDecimal labour, BigDecimal materials, BigDecimal vat, BigDecimal cisRate) {

  InvoiceAmounts {
    labour = labour.setScale(2);
    materials = materials.setScale(2);
    vat = vat.setScale(2);
  }

  BigDecimal net() {
    return labour.add(materials);
  }

  /** To the penny, half-up. */
  BigDecimal deduction() {
    return labour.multiply(cisRate).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
  }

  BigDecimal payable() {
    return net().subtract(deduction()).add(vat);
  }
}
