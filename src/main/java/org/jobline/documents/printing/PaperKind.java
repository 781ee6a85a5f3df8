package org.jobline.documents.printing;

import java.util.Arrays;
import java.util.Locale;
import org.jobline.platform.error.NotFoundException;

/** The papers that are made of an order (domain/agent-actions.md, work-order-documents). */
enum PaperKind {
  ORDER_SHEET("Order sheet"),
  COST_SUMMARY("Cost summary"),
  EVENT_HISTORY("Event history"),
  /** Of orders whose price contractors quote. */
  QUOTE_COMPARISON("Quote comparison");

  private final String title;

  PaperKind(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** As addresses and the templates name it. */
  String file() {
    return title.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  /** @throws NotFoundException when there is none of this name */
  static PaperKind named(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.file().equals(name.replace(' ', '-')))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("paper", name));
  }
}
