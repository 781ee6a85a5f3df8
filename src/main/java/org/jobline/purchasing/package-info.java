/**
 * What is bought for a site ({@code domain/purchasing.md}): lines and what happens to their quantities, goods that are
 * dispatched, received and sent back, and what the supplier invoices for them. Whatever was received, returned or
 * invoiced is a document that is never changed; a wrong one is undone by another.
 */
@ApplicationModule(displayName = "Purchasing")
@NullMarked
package org.jobline.purchasing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
