package org.jobline.platform.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the application tells running processes, by the names of the messages in the diagrams. */
public enum ProcessMessage {

  /** Whatever an order waited for has come. */
  OUTSTANDING_ITEM_ARRIVED("5.x0"),
  /** There is something to pay after all. */
  MONEY_BECAME_DUE("5.x2"),
  FINAL_INVOICE_RECORDED("5.x1"),
  FINAL_INVOICE_UNMARKED("5.x1"),
  /** Times were amended after an invoice was accepted. */
  INVOICE_NO_LONGER_MATCHES,
  /** What an order comes to was authorised, or refused. */
  PRICE_AUTHORISED,
  PRICE_REFUSED,
  /** The request for more engineers is withdrawn. */
  ENGINEERS_NO_LONGER_NEEDED,
  /** The order goes on in another, with the rest of its batch. */
  BATCHED,
  /** What an incident about no order was for is settled. */
  ATTENTION_OVER;

  private final @Nullable String onlyIn;

  ProcessMessage() {
    this(null);
  }

  ProcessMessage(@Nullable String onlyIn) {
    this.onlyIn = onlyIn;
  }

  /** The one status in which an order must wait for it, as diagrams of all types number it; empty for any status. */
  public Optional<String> onlyIn() {
    return Optional.ofNullable(onlyIn);
  }

  /** As diagrams name it. */
  public String messageName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static List<String> names() {
    return Arrays.stream(values()).map(ProcessMessage::messageName).toList();
  }
}
