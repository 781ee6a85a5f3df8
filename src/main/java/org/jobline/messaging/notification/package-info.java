/**
 * Tells people outside. A message is rendered and written to the outbox in the transaction of the action that causes
 * it, together with an instance of the process {@code notification}, whose one asynchronous step sends it. So a message
 * exists if and only if its action happened; a mail server that is down delays messages and nothing else; and what
 * cannot be delivered is an incident that a manager retries in Cockpit. A crash between the server's "accepted" and
 * our commit repeats a message under the same Message-ID, which mail systems recognise.
 *
 * <p>Templates and their words, a file for each language, lie in the folder {@code jobline.mail.templates}; all of them
 * are tried at start-up.
 */
@NamedInterface("notification")
@NullMarked
package org.jobline.messaging.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
