package org.jobline.lifecycle.quoting;

import java.util.List;
import org.jobline.order.OrderNumber;

/** Contractors were asked for a quote. They get the specification with its documents. */
public record QuotesRequested(OrderNumber order, List<String> contractors) {

  public QuotesRequested {
    contractors = List.copyOf(contractors);
  }
}
