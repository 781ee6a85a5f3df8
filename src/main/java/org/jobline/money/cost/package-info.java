/** What is expected, agreed and calculated for an order, and the accrual that is left. */
@NamedInterface("cost")
@NullMarked
package org.jobline.money.cost;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
