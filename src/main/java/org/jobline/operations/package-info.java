/**
 * For those who answer for the helpdesk: what went wrong with orders, and erasing what is known of a person.
 * Everything here is for managers and administrators.
 */
@ApplicationModule(displayName = "Operations")
package org.jobline.operations;

import org.springframework.modulith.ApplicationModule;
