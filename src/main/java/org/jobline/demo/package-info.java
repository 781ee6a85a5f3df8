/**
 * What the demonstration brings along: its reference data and what is said on the console at start.
 * Nothing of it is there once a database is named.
 */
@ApplicationModule(displayName = "Demonstration")
@NullMarked
package org.jobline.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
