package org.jobline.purchasing;

import java.util.Optional;
import org.jobline.action.CurrentAction;
import org.jobline.order.NewOrder;
import org.jobline.order.Order;
import org.jobline.order.OrderType;
import org.jobline.order.Status;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.referencedata.estate.Client;
import org.jobline.referencedata.estate.Contact;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.referencedata.estate.Site;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes an order of what somebody wants to buy (domain/purchasing.md, Create Purchasing Order). */
@Service
class PurchaseLogging {

  private final PurchaseIntakeService purchases;
  private final ReferenceData referenceData;
  private final TermsOfSuppliers terms;
  private final Basket basket;
  private final WorkLink workLink;
  private final CurrentAction current;

  PurchaseLogging(
      PurchaseIntakeService purchases, ReferenceData referenceData, TermsOfSuppliers terms, Basket basket,
      WorkLink workLink, CurrentAction current) {
    this.purchases = purchases;
    this.referenceData = referenceData;
    this.terms = terms;
    this.basket = basket;
    this.workLink = workLink;
    this.current = current;
  }

  /** @throws InvalidFieldsException when the client is not the site's, or something is wrong with a line */
  @Transactional(propagation = Propagation.MANDATORY)
  Order log(OrderType type, Status status, WantedPurchase wanted) {
    Site site = referenceData.siteOf(wanted.client(), wanted.site());
    Client client = referenceData.client(site.client()).orElseThrow();
    String supplier = supplier(wanted);
    PurchaseOrder order = purchases.log(type, new NewPurchaseOrder(
        contact(site, wanted), supplier, terms.agreedWith(supplier, site.client()), client.currency(),
        wanted.deliveryLocation(), wanted.requestedDate(),
        wanted.costCode(), wanted.reason(),
        basket.lines("lines", wanted.rows(), supplier)), status);
    current.orderCreated(order.order());
    wanted.workOrder().ifPresent(number -> workLink.link(order, number));
    return order.order();
  }

  /** The one that is named, else the one whose parts they are. */
  private static @Nullable String supplier(WantedPurchase wanted) {
    return wanted.supplier().or(() -> Optional.of(Basket.suppliers(wanted.rows())).filter(all -> all.size() == 1)
        .map(all -> all.get(0))).orElse(null);
  }

  private NewOrder contact(Site site, WantedPurchase wanted) {
    Optional<Contact> usual = referenceData.contacts(site.code(), Contact.Role.BUILDING).stream().findFirst();
    String name = wanted.contactName().or(() -> usual.map(Contact::name)).orElse(site.name());
    return new NewOrder(site.client(), site.code(), name, wanted.contactPhone());
  }
}
