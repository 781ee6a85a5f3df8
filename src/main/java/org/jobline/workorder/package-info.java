/**
 * What only orders for work at a site have: description, priority, asset, schedule, contractor.
 * The rules of the aggregate stand in {@link org.jobline.workorder.WorkOrder}; what is done with it stands above.
 */
@ApplicationModule(displayName = "Work orders")
@NullMarked
package org.jobline.workorder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
