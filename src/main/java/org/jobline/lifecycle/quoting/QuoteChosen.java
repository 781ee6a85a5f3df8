package org.jobline.lifecycle.quoting;

import java.math.BigDecimal;
import org.jobline.order.OrderNumber;

/** A quote was chosen, which is what the order is to cost; final once that is authorised. The cost follows. */
public record QuoteChosen(OrderNumber order, BigDecimal total) {}
