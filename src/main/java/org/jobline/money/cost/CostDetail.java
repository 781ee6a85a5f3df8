package org.jobline.money.cost;

import java.math.BigDecimal;
import java.util.List;
import org.jobline.order.Order;
import org.jobline.order.OrderDetail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The costs as clients see them: decimal strings and a currency. */
@Component
class CostDetail implements OrderDetail<CostDetail.CostPart> {

  private final CostLedger ledger;

  CostDetail(CostLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public CostPart of(Order order) {
    return new CostPart(ledger.find(order.number()).map(CostDetail::view).orElse(null));
  }

  private static CostView view(OrderCost cost) {
    CostBasis basis = cost.basis();
    return new CostView(
        cost.currency(), plain(cost.accrual()), cost.rule(), plainOrNull(basis.estimate()), plainOrNull(basis.fixed()),
        plainOrNull(basis.calculated()), plainOrNull(basis.remoteFix()), plainOrNull(basis.deliveryCharge()),
        plain(cost.markUpPercent()), plain(cost.markedUp()), plain(cost.commitment()), plain(cost.authorised()),
        cost.calculation());
  }

  private static String plain(BigDecimal amount) {
    return amount.toPlainString();
  }

  private static @Nullable String plainOrNull(@Nullable BigDecimal amount) {
    return amount == null ? null : plain(amount);
  }

  /** @param cost null while nobody has said what an order that is no work order comes to */
  record CostPart(@Nullable CostView cost) {}

  /**
   * @param basis which rule the accrual comes from
   * @param markedUp what the client is shown
   * @param commitment what the order may come to cost, whatever contract covers it
   * @param authorised the commitment somebody last agreed to
   * @param calculation how what is calculated came about, an item each
   */
  record CostView(
      String currency, String accrual, String basis, @Nullable String estimate, @Nullable String fixed,
      @Nullable String calculated, @Nullable String remoteFix, @Nullable String deliveryCharge,
      String markUpPercent, String markedUp, String commitment, String authorised, List<String> calculation) {}
}
