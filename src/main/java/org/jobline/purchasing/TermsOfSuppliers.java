package org.jobline.purchasing;

import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.referencedata.estate.Client;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.referencedata.supplier.Supplier;
import org.jobline.referencedata.supplier.Suppliers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an order takes over from the agreements with its supplier and client. */
@Component
class TermsOfSuppliers {

  private final Suppliers suppliers;
  private final ReferenceData referenceData;

  TermsOfSuppliers(Suppliers suppliers, ReferenceData referenceData) {
    this.referenceData = referenceData;
    this.suppliers = suppliers;
  }

  /**
   * @param code of the supplier; null while none is chosen
   * @throws InvalidFieldsException when the client cannot buy from it
   */
  PurchaseTerms agreedWith(@Nullable String code, String clientCode) {
    Client client = referenceData.client(clientCode).orElseThrow();
    if (code == null) {
      return new PurchaseTerms(PurchaseTerms.NONE.deliveryCharge(), null, PurchaseTerms.NONE.overDeliveryPercent(),
          PurchaseTerms.NONE.priceTolerancePercent(), client.freeTextLines());
    }
    Supplier supplier = suppliers.ofClient(client.code()).stream()
        .filter(candidate -> candidate.code().equals(code)).findFirst()
        .orElseThrow(() -> new InvalidFieldsException("supplier", "Pick one of the client's suppliers from the list."));
    if (!supplier.currency().equals(client.currency())) {
      throw new InvalidFieldsException("supplier", supplier.name() + " sells in " + supplier.currency()
          + ", but the client pays in " + client.currency() + ". Pick another supplier.");
    }
    return new PurchaseTerms(supplier.deliveryCharge(), supplier.deliveryFreeFrom(),
        suppliers.overDeliveryTolerance(code, client.code()), supplier.priceTolerancePercent(), client.freeTextLines());
  }
}
