package org.jobline.action;

import org.jspecify.annotations.Nullable;

/**
 * Who does an action.
 *
 * @param channel the menu it was chosen from; null for what the system does
 * @param spokeTo who called or was called; null when nobody
 */
record Performer(Agent agent, @Nullable Channel channel, @Nullable String spokeTo) {

  static final Performer SYSTEM = new Performer(Agent.SYSTEM, null, null);
}
