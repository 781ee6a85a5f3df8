package org.jobline.action;

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
