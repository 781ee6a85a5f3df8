package org.jobline.documents.printing;

import java.util.List;
import org.jobline.order.Order;

/** A feature's part of the cost summary, such as the invoices; parts stand in Spring's order. */
public interface CostSummaryPart {

  /** What stands above the lines. */
  String heading();

  /** What this reader may know; the part is left out when that is nothing. */
  List<Line> lines(Order order, Audience audience);

  /** @param amount as it is to be shown, with its currency */
  record Line(String label, String amount) {}
}
