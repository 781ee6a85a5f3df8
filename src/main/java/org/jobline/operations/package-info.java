/**
 * For those who answer for the helpdesk: what went wrong with orders, and erasing what is known of a person.
 * Everything here is for managers and administrators.
 */
@ApplicationModule(displayName = "Operations")
@NullMarked
package org.jobline.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
