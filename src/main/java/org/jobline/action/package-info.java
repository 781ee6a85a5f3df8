/**
 * What may be done with an order and how it is done: actions are read from the diagrams, offered, checked and performed.
 * Features take part by the interfaces here, which name an order, never a work order.
 */
@ApplicationModule(displayName = "Actions")
@NullMarked
package org.jobline.action;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
