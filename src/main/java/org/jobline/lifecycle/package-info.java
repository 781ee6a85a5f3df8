/**
 * What an order goes through, from the call to its completion, as the lifecycles, stages and action sheets draw it. What
 * happens is said in events, which clock, money, documents and mail follow in the same transaction; it knows none of them.
 */
@ApplicationModule(displayName = "Lifecycle")
@NullMarked
package org.jobline.lifecycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
