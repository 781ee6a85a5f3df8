/**
 * When an order has to be answered, attended and mended, and when it was. One definition of the next target is kept
 * beside the order; tasks, cards and lists read it ({@code domain/clock-and-mail.md}).
 */
@ApplicationModule(displayName = "SLA")
@NullMarked
package org.jobline.sla;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
