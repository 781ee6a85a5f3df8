package org.jobline.purchasing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jobline.action.Choice;
import org.jobline.action.PickList;
import org.jobline.action.ShortPickList;
import org.jobline.order.Order;
import org.jobline.referencedata.supplier.PartCatalogue;
import org.jobline.referencedata.supplier.CataloguePickList;
import org.jobline.referencedata.supplier.Supplier;
import org.jobline.referencedata.supplier.Suppliers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What forms offer from a purchasing order: its documents, its invoices and what else its supplier sells. */
@Configuration(proxyBeanMethods = false)
class PurchasePickLists {

  private final PurchaseOrders purchases;

  PurchasePickLists(PurchaseOrders purchases) {
    this.purchases = purchases;
  }

  private PickList ofOrder(String name, String expectation, Function<PurchaseOrder, Stream<Choice>> choices) {
    return ShortPickList.ofOrder(name, expectation, order -> choices.apply(purchases.of(order)).toList());
  }

  @Bean
  PickList documentsThatCanBeUndone() {
    return ofOrder("purchaseEntries", "Pick one of the order's receipts, returns and dispatches from the list.",
        order -> order.documentsToUndo().stream().map(PurchasePickLists::choice));
  }

  @Bean
  PickList returnsToBeCredited() {
    return ofOrder("purchaseReturns", "Pick one of the order's returns from the list.", order ->
        order.allMovements().stream()
        .filter(movement -> movement.kind() == Movement.Kind.RETURN || movement.kind() == Movement.Kind.RECEIPT)
        .filter(movement -> movement.lines().stream()
            .anyMatch(line -> line.change().returnedForCredit().signum() > 0))
        .map(PurchasePickLists::choice));
  }

  @Bean
  PickList invoicesToBeCredited() {
    return ofOrder("purchaseInvoices", "Pick one of the order's invoices from the list.", order ->
        order.allInvoices().stream()
        .filter(invoice -> invoice.isLive() && !invoice.isCreditNote())
        .map(invoice -> new Choice(invoice.number().typed(), invoice.number() + " of " + invoice.dated())));
  }

  @Bean
  PickList partsOfTheSupplier(Suppliers suppliers, PartCatalogue catalogue) {
    return new CataloguePickList("purchaseParts", "Pick a part of the order's supplier from the list.", catalogue,
        order -> order.map(each -> ofSupplier(each, suppliers)).orElse(List.of()));
  }

  private List<Supplier> ofSupplier(Order order, Suppliers suppliers) {
    Optional<String> chosen = purchases.of(order).supplier();
    return suppliers.ofClient(order.client()).stream()
        .filter(supplier -> chosen.isEmpty() || chosen.get().equals(supplier.code())).toList();
  }

  private static Choice choice(Movement movement) {
    String note = movement.particulars().deliveryNote();
    return new Choice(movement.number(), movement.number() + " " + movement.kind().label()
        + (note == null ? "" : ", delivery note " + note));
  }
}
