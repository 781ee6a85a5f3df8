/** Invoices and credit notes of contractors, VAT, CIS and staged payments. */
@NullMarked
package org.jobline.money.invoice;

import org.jspecify.annotations.NullMarked;
