package org.jobline.purchasing;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jobline.action.ActionSummary;
import org.jobline.action.SummaryLine;
import org.jobline.order.Order;
import org.springframework.stereotype.Component;

/** What an action does to the lines of a purchasing order, and what is open of them afterwards. */
@Component
class PurchaseLineSummary implements ActionSummary {

  private static final String OPEN = "open";

  private final PurchaseOrders purchases;

  PurchaseLineSummary(PurchaseOrders purchases) {
    this.purchases = purchases;
  }

  @Override
  public String name() {
    return "purchaseLines";
  }

  @Override
  public Set<String> figures() {
    return Set.of("received", "returned", "kept", "notRequired", OPEN);
  }

  @Override
  public Supplier<List<SummaryLine>> watch(Order order) {
    Map<Integer, QuantityChange> before = new HashMap<>();
    purchases.of(order).lines().forEach(line -> before.put(line.position(), line.quantities().sum()));
    return () -> purchases.of(order).lines().stream()
        .filter(line -> line.isOpen() || !line.quantities().sum().equals(before.get(line.position())))
        .map(line -> line(line, before.getOrDefault(line.position(), QuantityChange.NONE))).toList();
  }

  private static SummaryLine line(PurchaseLine line, QuantityChange before) {
    QuantityChange change = line.quantities().sum().plus(before.reversed());
    Map<String, BigDecimal> figures = new LinkedHashMap<>();
    figures.put("received", change.received());
    figures.put("returned", change.returned());
    figures.put("kept", change.kept());
    figures.put("notRequired", change.notRequired());
    figures.put(OPEN, line.open().amount());
    return new SummaryLine(line.description() + " (" + line.unit().many() + ")", figures);
  }
}
