package org.jobline.engine;

import java.util.Arrays;
import java.util.List;

/** What the application tells running processes, by the names of the messages in the diagrams. */
public enum ProcessMessage {

  /** Whatever an order waited for has come. */
  OUTSTANDING_ITEM_ARRIVED,
  /** There is something to pay after all. */
  MONEY_BECAME_DUE,
  FINAL_INVOICE_RECORDED,
  FINAL_INVOICE_UNMARKED,
  /** Times were amended after an invoice was accepted. */
  INVOICE_NO_LONGER_MATCHES,
  /** The request for more engineers is withdrawn. */
  ENGINEERS_NO_LONGER_NEEDED,
  /** The order goes on in another, with the rest of its batch. */
  BATCHED,
  /** What an incident about no order was for is settled. */
  ATTENTION_OVER;

  /** As diagrams name it. */
  public String messageName() {
    return name().toLowerCase().replace('_', '-');
  }

  public static List<String> names() {
    return Arrays.stream(values()).map(ProcessMessage::messageName).toList();
  }
}
