package org.jobline.notification;

/** A way out of the house: e-mail now, text messages another. */
interface MessageSender {

  /** @throws RuntimeException when it was not accepted and is to be tried again */
  void send(Notification notification);
}
