package org.jobline.engine;

import java.util.Set;

/** What the application tells diagrams by itself. Whatever waits for a message of another name waits for ever. */
public final class SentMessages {

  public static final Set<String> NAMES = Set.of(
      "batched", "engineers-no-longer-needed", "final-invoice-recorded", "final-invoice-unmarked", "money-became-due",
      "outstanding-item-arrived");

  private SentMessages() {}
}
