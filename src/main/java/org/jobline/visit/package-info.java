/**
 * Visits to a site: planned, started, stopped, amended, and how many engineers the client has approved.
 * A visit's times are what its cost is made of.
 */
@ApplicationModule(displayName = "Visits")
@NullMarked
package org.jobline.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
