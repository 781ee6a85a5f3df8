package org.jobline.lifecycle.visit;

import java.util.Map;
import java.util.Set;
import org.jobline.action.FormDefaults;
import org.jobline.order.Order;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.referencedata.estate.Site;
import org.jobline.referencedata.estate.WorkType;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** The forms of those who come ask for the asbestos register and a permit where there is one to be asked for. */
@Component
class StartFormValues implements FormDefaults {

  private static final Set<String> ACTIONS = Set.of("start-job-field-team", "start-job-admin");

  private final ReferenceData referenceData;
  private final WorkOrders orders;

  StartFormValues(ReferenceData referenceData, WorkOrders orders) {
    this.referenceData = referenceData;
    this.orders = orders;
  }

  @Override
  public boolean areFor(String action) {
    return ACTIONS.contains(action);
  }

  @Override
  public Map<String, Object> contextValues(Order order) {
    return Map.of(
        "siteHasAsbestosRegister", referenceData.site(order.site()).map(Site::asbestosRegister).orElse(false),
        "workNeedsPermit",
        orders.find(order).map(WorkOrder::workType).flatMap(referenceData::workType).map(WorkType::permitRequired)
            .orElse(false));
  }
}
