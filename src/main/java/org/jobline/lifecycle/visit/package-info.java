/**
 * Visits to a site: planned, started, stopped, amended, and how many engineers the client has approved.
 * A visit's times are what its cost is made of.
 */
@NamedInterface("visit")
@NullMarked
package org.jobline.lifecycle.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
