package org.jobline.referencedata.supplier;

import org.jobline.action.Choice;
import org.jobline.action.PickList;
import org.jobline.action.ShortPickList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What forms offer from suppliers and catalogues: those of the order's client, or all while it is being logged. */
@Configuration(proxyBeanMethods = false)
class SupplierPickLists {

  @Bean
  PickList suppliersOfClient(Suppliers suppliers) {
    return new ShortPickList("suppliers", "Pick one of the client's suppliers from the list.",
        order -> suppliers.ofOrder(order).stream()
            .map(supplier -> new Choice(supplier.code(), supplier.label())).toList());
  }

  @Bean
  PickList catalogueParts(Suppliers suppliers, PartCatalogue catalogue) {
    return new CataloguePickList("catalogueParts", "Pick a part from the list.", catalogue, suppliers::ofOrder);
  }
}
