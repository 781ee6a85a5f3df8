package org.jobline.lifecycle.batch;

import org.jobline.action.Choice;
import org.jobline.action.PickList;
import org.jobline.action.ShortPickList;
import org.jobline.workorder.WorkOrders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the form "Batch Release" offers. */
@Configuration(proxyBeanMethods = false)
class BatchPickLists {

  private static final int SHOWN = 80;

  @Bean
  PickList heldForTheBatch(BatchHoldService holds, WorkOrders workOrders) {
    return ShortPickList.ofOrder("heldForTheBatch", "Tick only orders held for this batch.", order ->
        workOrders.find(order).stream().flatMap(present -> holds.beside(present).stream())
            .map(held -> new Choice(held.number().value(), held.number() + " " + shortened(held.description())))
            .toList());
  }

  private static String shortened(String description) {
    return description.length() > SHOWN ? description.substring(0, SHOWN) + "…" : description;
  }
}
