/** What contractors want for the work of an order: whom it asks, what they quote and which quote it takes. */
@NamedInterface("quoting")
@NullMarked
package org.jobline.workorder.quoting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
