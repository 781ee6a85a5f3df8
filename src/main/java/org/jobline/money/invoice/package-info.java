/** Invoices and credit notes of contractors, VAT, CIS and staged payments. */
@NamedInterface("invoice")
@NullMarked
package org.jobline.money.invoice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
