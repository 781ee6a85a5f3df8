/**
 * Visits to a site: planned, started, stopped, amended, and how many engineers the client has approved.
 * A visit's times are what its cost is made of.
 */
@ApplicationModule(displayName = "Visits")
package org.jobline.visit;

import org.springframework.modulith.ApplicationModule;
