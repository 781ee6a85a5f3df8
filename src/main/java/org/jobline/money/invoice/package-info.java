/** Invoices and credit notes of contractors, VAT, CIS and staged payments. */
@NamedInterface("invoice")
package org.jobline.money.invoice;

import org.springframework.modulith.NamedInterface;
