/** Who gets the mails of an order: contacts, contractors and subscribers. */
@NamedInterface("recipients")
package org.jobline.messaging.recipients;

import org.springframework.modulith.NamedInterface;
