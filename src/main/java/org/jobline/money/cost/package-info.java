/** What is expected, agreed and calculated for an order, and the accrual that is left. */
@NamedInterface("cost")
package org.jobline.money.cost;

import org.springframework.modulith.NamedInterface;
