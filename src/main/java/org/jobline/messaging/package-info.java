/**
 * Whom an order's mails go to, and how they leave the house. What is sent is written in the action's transaction and
 * sent after it.
 */
@ApplicationModule(displayName = "Messaging")
@NullMarked
package org.jobline.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
