/**
 * What the steps of the lifecycles, stages and action sheets do, from the call to what is left to pay. Each package is
 * named after its diagram; here stand the stages from acceptance on, cancelling and reinstating.
 */
@ApplicationModule(displayName = "Lifecycle")
@NullMarked
package org.jobline.lifecycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
