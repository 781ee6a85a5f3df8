package org.jobline.action;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an action does to one line of an order.
 *
 * @param title what people call the line, with what it is counted in
 * @param figures by the names its {@link ActionSummary} has for them
 */
public record SummaryLine(String title, Map<String, BigDecimal> figures) {

  /** Equal figures are written alike. */
  public SummaryLine {
    Map<String, BigDecimal> plain = new TreeMap<>();
    figures.forEach((name, figure) ->
        plain.put(name, figure.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(figure.stripTrailingZeros().toPlainString())));
    figures = Collections.unmodifiableMap(plain);
  }
}
