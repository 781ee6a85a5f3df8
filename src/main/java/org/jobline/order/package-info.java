/**
 * What orders of every type have in common: number, type, status, client, site, contact, lock, and the chain of events.
 * It knows no type by name; those are drawn ({@code processes/lifecycles}).
 */
@ApplicationModule(displayName = "Orders")
@NullMarked
package org.jobline.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
