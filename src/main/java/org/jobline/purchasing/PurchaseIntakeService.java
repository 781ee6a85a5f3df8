package org.jobline.purchasing;

import java.math.BigDecimal;
import org.jobline.order.OrderNumber;
import org.jobline.order.OrderType;
import org.jobline.order.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is bought, from whom and at what charge, before and after the supplier knows of it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class PurchaseIntakeService {

  private final PurchaseOrders orders;
  private final PurchaseChanges changes;

  PurchaseIntakeService(PurchaseOrders orders, PurchaseChanges changes) {
    this.orders = orders;
    this.changes = changes;
  }

  PurchaseOrder log(OrderType type, NewPurchaseOrder details, Status status) {
    return orders.log(type, details, status, changes.at(details.ofEveryOrder().site()));
  }

  void tellTotal(OrderNumber number) {
    changes.tellPrice(orders.lock(number), PurchaseChanges.Cause.ITEMS);
  }

  void chooseSupplier(OrderNumber number, String supplier, PurchaseTerms terms) {
    changes.change(number, (order, now) -> order.chooseSupplier(supplier, terms));
  }

  void edit(OrderNumber number, EditLines command) {
    changes.change(number, (order, now) -> order.edit(command, now));
  }

  /** @param typed null for what the supplier's terms say */
  void setDeliveryCharge(OrderNumber number, @Nullable BigDecimal typed) {
    changes.change(number, PurchaseChanges.Cause.DELIVERY_CHARGE, (order, now) -> order.setDeliveryCharge(typed, now));
  }

  void cancel(OrderNumber number, @Nullable String reason) {
    changes.change(number, (order, now) -> order.cancel(reason, now));
  }

  /** @return the status it was cancelled in */
  String reinstate(OrderNumber number) {
    return changes.apply(number, (order, now) -> {
      order.reinstate(now);
      return order.order().statusBeforeCancel().orElseThrow().value();
    });
  }
}
