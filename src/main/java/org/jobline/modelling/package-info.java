/**
 * The process owner's side: a deployment is checked before it is taken, what is in force is recorded, and a release and
 * the owner's changes live beside each other.
 */
@ApplicationModule(displayName = "Modelling")
@NullMarked
package org.jobline.modelling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
