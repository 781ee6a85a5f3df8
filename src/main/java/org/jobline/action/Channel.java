package org.jobline.action;

import java.util.Arrays;
import org.jobline.problem.InvalidFields;

/** The menu an action was taken from (domain/agent-actions.md); stored with the event. */
public enum Channel {
  /** From an e-mail or letter, after the fact. */
  AGENT("Agent"),
  /** Somebody rings the helpdesk. */
  CALL_IN("In"),
  /** The helpdesk rings somebody. */
  CALL_OUT("Out");

  private final String menu;

  Channel(String menu) {
    this.menu = menu;
  }

  /** The menu as diagrams name it. */
  public String menu() {
    return menu;
  }

  /**
   * The channel as clients write it.
   *
   * @return null when they left it out
   * @throws InvalidFields when it is none
   */
  static Channel read(Object value) {
    if (value == null) {
      return null;
    }
    return Arrays.stream(values()).filter(channel -> channel.name().equals(value)).findFirst()
        .orElseThrow(() -> new InvalidFields("channel", "must be AGENT, CALL_IN or CALL_OUT."));
  }

  /** @throws IllegalArgumentException when there is no such menu */
  public static Channel ofMenu(String menu) {
    for (Channel channel : values()) {
      if (channel.menu.equals(menu)) {
        return channel;
      }
    }
    throw new IllegalArgumentException("There is no menu " + menu + "; the menus are Agent, In and Out");
  }
}
