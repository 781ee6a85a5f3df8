package org.jobline.referencedata.supplier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobline.action.PickList;
import org.jobline.order.Order;
import org.jobline.referencedata.estate.ReferenceData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What forms offer from suppliers and catalogues: those of the order's client, or all while it is being logged. */
@Configuration(proxyBeanMethods = false)
class SupplierPickLists {

  private static final String SITE = "site";
  private static final String SUPPLIER = "supplier";

  private final Suppliers suppliers;
  private final ReferenceData referenceData;

  SupplierPickLists(Suppliers suppliers, ReferenceData referenceData) {
    this.suppliers = suppliers;
    this.referenceData = referenceData;
  }

  /** While an order is being logged, those of the client of the site that was chosen. */
  private List<Supplier> suppliers(Optional<Order> order, Map<String, String> chosen) {
    return Optional.ofNullable(chosen.get(SITE)).filter(site -> order.isEmpty()).flatMap(referenceData::site)
        .map(site -> suppliers.ofClient(site.client())).orElseGet(() -> suppliers.ofOrder(order));
  }

  /** The same, and where a supplier was chosen, that one. */
  private List<Supplier> suppliersOfParts(Optional<Order> order, Map<String, String> chosen) {
    String only = chosen.get(SUPPLIER);
    return suppliers(order, chosen).stream().filter(supplier -> only == null || supplier.code().equals(only)).toList();
  }

  @Bean
  PickList suppliersOfClient() {
    return new SupplierPickList("suppliers", "Pick one of the client's suppliers from the list.", this::suppliers);
  }

  @Bean
  PickList catalogueParts(PartCatalogue catalogue) {
    return new CataloguePickList("catalogueParts", "Pick a part from the list.", catalogue, this::suppliersOfParts);
  }
}
