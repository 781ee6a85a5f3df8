package org.jobline.messaging.recipients;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jobline.messaging.notification.Attachment;
import org.jobline.messaging.notification.Template;
import org.jobline.order.OrderNumber;
import org.jobline.platform.time.WrittenTime;
import org.jobline.purchasing.ItemsDispatched;
import org.jobline.purchasing.PurchaseLine;
import org.jobline.purchasing.PurchaseOrder;
import org.jobline.purchasing.PurchaseOrders;
import org.jobline.referencedata.supplier.Suppliers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What suppliers and sites are told of purchasing orders (domain/purchasing.md, Actions). */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PurchaseMailService {

  private final PurchaseOrders orders;
  private final Suppliers suppliers;
  private final OrderMailService mails;

  PurchaseMailService(PurchaseOrders orders, Suppliers suppliers, OrderMailService mails) {
    this.orders = orders;
    this.suppliers = suppliers;
    this.mails = mails;
  }

  /** The supplier gets what is ordered; when it was changed, with what is new. */
  public void orderSheet(PurchaseOrder order, Attachment sheet) {
    toSupplier(Template.PURCHASE_ORDER, order,
        order.sheetVersion() > 1 ? "Version " + order.sheetVersion() + " takes the place of the earlier ones." : "",
        List.of(sheet));
  }

  /** The site is told what is on its way. */
  @EventListener
  void on(ItemsDispatched dispatched) {
    PurchaseOrder order = orders.lock(dispatched.order());
    List<PurchaseLine> underWay = order.lines().stream().filter(PurchaseLine::isOpen)
        .filter(line -> line.dispatchedOn().isPresent()).toList();
    mails.toBuilding(Template.PURCHASE_DISPATCHED, order.order(), items(underWay, line ->
        line.dispatchedOn().map(WrittenTime::day)), List.of());
  }

  /** The site is told what comes later than it was wanted. */
  void late(OrderNumber number) {
    PurchaseOrder order = orders.lock(number);
    mails.toBuilding(Template.PURCHASE_LATE, order.order(),
        items(order.lateLines(), line -> line.promisedOn().map(WrittenTime::day)), List.of());
  }

  /** The supplier is told what is not wanted any more. */
  void notRequired(OrderNumber number) {
    PurchaseOrder order = orders.lock(number);
    String items = order.lines().stream().filter(line -> line.notRequired().isPositive())
        .map(line -> line.notRequired() + " of " + line.description()).collect(Collectors.joining("\n"));
    toSupplier(Template.PURCHASE_NOT_REQUIRED, order, items, List.of());
  }

  /** The supplier is reminded of what he is late with. */
  void reminder(OrderNumber number, String about) {
    toSupplier(Template.PURCHASE_REMINDER, orders.lock(number), about, List.of());
  }

  void cancelled(OrderNumber number) {
    toSupplier(Template.PURCHASE_CANCELLED, orders.lock(number), "", List.of());
  }

  private static String items(List<PurchaseLine> lines, Function<PurchaseLine, Optional<String>> when) {
    return lines.stream()
        .map(line -> line.open() + " of " + line.description() + when.apply(line).map(day -> ": " + day).orElse(""))
        .collect(Collectors.joining("\n"));
  }

  private void toSupplier(Template template, PurchaseOrder order, String about, List<Attachment> attached) {
    order.supplier().flatMap(suppliers::find).ifPresent(supplier -> mails.inEnglish(
        template, order.order(), supplier.name(), Optional.ofNullable(supplier.email()), about, attached));
  }
}
