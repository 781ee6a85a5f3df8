/** Who gets the mails of an order: contacts, contractors and subscribers. */
@NamedInterface("recipients")
@NullMarked
package org.jobline.messaging.recipients;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
