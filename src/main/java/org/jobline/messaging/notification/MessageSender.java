package org.jobline.messaging.notification;

/** A way out of the house. */
interface MessageSender {

  /** What it sends. */
  Channel channel();

  /** @throws RuntimeException when it was not accepted and is to be tried again */
  void send(Notification notification);
}
