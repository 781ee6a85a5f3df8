/**
 * What an order costs, who has to agree to it, and what is invoiced ({@code domain/money.md}). Amounts carry their
 * currency and are rounded once.
 */
@ApplicationModule(displayName = "Money")
@NullMarked
package org.jobline.money;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
